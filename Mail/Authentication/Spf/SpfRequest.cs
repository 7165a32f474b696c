using System.Net;

namespace Actors.Mail.Authentication.Spf;

/// <summary>Who asks to send as whom.</summary>
/// <param name="Client">The address that the mail comes from; an IPv4 address mapped into IPv6 counts as IPv4.</param>
/// <param name="Helo">What it said in HELO or EHLO, unchecked.</param>
/// <param name="MailFrom">
/// The reverse path without angle brackets; empty for a bounce, for which HELO is checked (RFC 7208 §2.4).
/// </param>
public sealed record SpfRequest(IPAddress Client, string Helo, string MailFrom)
{
    /// <summary>The name of the server that checks, for explanations. Default "unknown" (RFC 7208 §7.3).</summary>
    public string Receiver { get; init; } = "unknown";

    /// <summary>When the mail came, for explanations. Default the beginning of 1970.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;
}
