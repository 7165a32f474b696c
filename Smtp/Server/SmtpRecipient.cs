using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Smtp.Server;

/// <summary>One recipient of a transaction.</summary>
/// <param name="Dsn">What the client said about notifications; <see cref="RecipientDsn.None"/> when nothing.</param>
public readonly record struct SmtpRecipient(ForwardPath Path, RecipientDsn Dsn)
{
    public EmailAddress Address => Path.Address;

    public override string ToString() => Path.ToString();
}
