using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Smtp.Server;

/// <summary>One transaction: who sends to whom. Belongs to the receiver once it has been given to it with a
/// message.</summary>
public sealed class SmtpEnvelope
{
    private readonly List<SmtpRecipient> recipients = [];

    public required SmtpSession Session { get; init; }

    public required ReversePath Sender { get; init; }

    /// <summary>SIZE= in bytes (RFC 1870), a promise that the content need not keep. Null when not declared.</summary>
    public long? DeclaredBytes { get; init; }

    public SmtpBody Body { get; init; }

    /// <summary>SMTPUTF8 was given: addresses and header fields may hold UTF-8 (RFC 6531).</summary>
    public bool IsSmtpUtf8 { get; init; }

    /// <summary>RET= and ENVID= (RFC 3461 §4.3, §4.4).</summary>
    public EnvelopeDsn Dsn { get; init; } = EnvelopeDsn.None;

    /// <summary>In the order they were accepted, repeats included.</summary>
    public IReadOnlyList<SmtpRecipient> Recipients => recipients;

    public void Add(SmtpRecipient recipient) => recipients.Add(recipient);
}
