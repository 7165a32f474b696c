using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Mail.Addresses;

namespace Actors.Grains.Ports;

/// <summary>Tries own servers out, outside of any grain turn.</summary>
public interface IAccountChecks
{
    /// <summary>Returns at once. How it ended reaches the account (<c>Checked</c>) within
    /// <see cref="AccountLimits.CheckTime"/>.</summary>
    void Start(CheckOrder order);
}

/// <param name="Serial">By which the account knows the check again.</param>
/// <param name="From">MAIL FROM and From of the test message.</param>
public sealed record CheckOrder(
    AccountKey Account, long Serial, OwnRelay Relay, Mailbox From, EmailAddress To, RenderedEmail Mail);
