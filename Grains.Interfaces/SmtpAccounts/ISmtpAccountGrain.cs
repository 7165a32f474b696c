using System.Collections.Immutable;
using Actors.Grains.Departures;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <summary>A customer's SMTP account: the stream, logins and networks its applications submit through.</summary>
/// <remarks>Key: <see cref="Ids.AccountKey"/>.</remarks>
[Alias("smtp-account")]
public interface ISmtpAccountGrain : ITenantPart
{
    /// <summary>Repeating it with the same draft changes nothing.</summary>
    /// <returns>False when an account of that id exists with another draft.</returns>
    Task<bool> Create(SmtpAccountDraft draft);

    /// <returns>Null when there is no such account.</returns>
    [ReadOnly]
    Task<SmtpAccountView?> Get();

    /// <summary>What a submission needs to know of the account; null when there is no such account.</summary>
    [ReadOnly]
    Task<AccountPolicy?> Policy();

    /// <summary>Asked before each MAIL FROM.</summary>
    /// <returns>The reason to hold instead, or <see cref="HoldReason.None"/> to go on.</returns>
    [ReadOnly]
    Task<HoldReason> Gate();

    Task Approve();

    /// <summary>Paused, it still accepts; what is queued is held until it is resumed.</summary>
    Task SetPaused(bool paused);

    /// <summary>Makes a login of its own for one application.</summary>
    /// <returns>User name and password; the password is shown this once.</returns>
    Task<IssuedLogin> IssueLogin(string application);

    /// <returns>False when there is no such login.</returns>
    Task<bool> RevokeLogin(string userName);

    /// <summary>Whether whoever submits over SMTP is told by mail when a message fails for good.</summary>
    Task SetNoticeOnFailure(bool on);

    /// <summary>Networks that may submit without AUTH.</summary>
    /// <param name="networks">CIDR form, IPv4 or IPv6.</param>
    /// <param name="anySender">Whether they may use any sender address.</param>
    /// <returns>Null when done, else why not.</returns>
    Task<string?> SetTrustedNetworks(ImmutableArray<string> networks, bool anySender);
}

[GenerateSerializer, Immutable, Alias("smtp-account-draft")]
public sealed record SmtpAccountDraft(string Name, MailStream Stream, bool Approved);

[GenerateSerializer, Immutable, Alias("smtp-account-view")]
public sealed record SmtpAccountView(
    string Id,
    string Name,
    MailStream Stream,
    bool Approved,
    bool Paused,
    ImmutableArray<LoginView> Logins,
    ImmutableArray<string> TrustedNetworks,
    bool AnySender,
    bool NoticeOnFailure,
    DateTimeOffset CreatedAt);

[GenerateSerializer, Immutable, Alias("login-view")]
public sealed record LoginView(string UserName, string Application, DateTimeOffset CreatedAt);

[GenerateSerializer, Immutable, Alias("issued-login")]
public sealed record IssuedLogin(string UserName, string Password);

/// <param name="AnySender">Whether trusted networks may use any sender.</param>
/// <param name="NoticeOnFailure">Whether the envelope's sender is told by mail what failed.</param>
[GenerateSerializer, Immutable, Alias("account-policy")]
public sealed record AccountPolicy(
    MailStream Stream, bool Approved, bool Paused, bool AnySender, bool NoticeOnFailure = false);

/// <summary>A whole domain, or one address in it.</summary>
/// <param name="Address">Null for every address of the domain.</param>
[GenerateSerializer, Immutable, Alias("verified-sender")]
public sealed record VerifiedSender(DomainName Domain, EmailAddress? Address)
{
    public bool Covers(EmailAddress from) =>
        Address is null ? from.Domain == Domain : from.Key == Address.Key;
}
