namespace Actors.Mail.Messages;

/// <summary>The "with" of a Received field: RFC 3848, and RFC 6531 §4.3 for SMTPUTF8.</summary>
/// <param name="Extended">EHLO was used. Without it the rest does not count.</param>
/// <param name="Encrypted">TLS was on.</param>
/// <param name="Authenticated">AUTH had succeeded.</param>
/// <param name="International">The transaction used SMTPUTF8.</param>
public readonly record struct TransmissionType(
    bool Extended, bool Encrypted = false, bool Authenticated = false, bool International = false)
{
    /// <summary>SMTP, ESMTP, ESMTPS, ESMTPA, ESMTPSA or their UTF8SMTP forms.</summary>
    public string Name => Extended
        ? (International ? "UTF8SMTP" : "ESMTP") + (Encrypted ? "S" : "") + (Authenticated ? "A" : "")
        : "SMTP";
}
