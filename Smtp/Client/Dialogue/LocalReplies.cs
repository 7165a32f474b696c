using System.Net.Security;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>Our own wording of what went wrong where no server's reply tells it (codes: RFC 3463).</summary>
internal static class LocalReplies
{
    public static Reply NotReached(ConnectionFault fault, string why) =>
        Own(fault, "4.4.1", $"Could not connect: {why}");

    public static Reply ProxyRefused(string why) =>
        Own(ConnectionFault.Unreachable, "4.4.1", $"Could not connect through the proxy: {why}");

    public static Reply ConnectionLost(string why) =>
        Own(ConnectionFault.ConnectionLost, "4.4.2", $"Connection lost: {why}");

    public static Reply TimedOut { get; } = Own(ConnectionFault.TimedOut, "4.4.2", "Connection timed out");

    public static Reply Cancelled { get; } = Reply.Of(451, "4.3.2", "Attempt stopped by this system");

    public static Reply NotSmtp { get; } =
        Own(ConnectionFault.ProtocolBroken, "4.5.0", "The server answered with something other than an SMTP reply");

    public static Reply TlsFailed(string why) =>
        Own(ConnectionFault.TlsFailed, "4.7.5", $"TLS handshake failed: {why}");

    public static Reply CertificateRefused(SslPolicyErrors why) =>
        Own(ConnectionFault.TlsFailed, "4.7.5", $"The server's certificate does not prove its name: {why}");

    public static Reply InjectedAfterStartTls { get; } =
        Own(ConnectionFault.TlsFailed, "4.7.5", "Unprotected data followed the server's answer to STARTTLS");

    public static Reply InjectedBeforeTls { get; } =
        Own(ConnectionFault.TlsFailed, "4.7.5", "Unprotected data came before TLS");

    public static Reply TlsNotOffered { get; } =
        Own(ConnectionFault.TlsFailed, "4.7.4", "TLS is required but the server does not offer it");

    public static Reply TlsRefused(Reply theirs) =>
        Own(ConnectionFault.TlsFailed, "4.7.4", $"TLS is required but the server answered STARTTLS with {theirs}");

    public static Reply AuthNotOffered { get; } = Own(
        ConnectionFault.LoginFailed,
        "4.7.0", "A login is configured but the server offers neither AUTH PLAIN nor AUTH LOGIN");

    public static Reply AuthInTheClear { get; } = Own(
        ConnectionFault.LoginFailed, "4.7.0", "A login is configured but the connection is not protected by TLS");

    /// <summary>What is wrong is our login, whatever the code: no message may fail for good by it.</summary>
    public static Reply LoginRefused(Reply theirs) =>
        Own(ConnectionFault.LoginFailed, "4.7.8", $"The server refused the login: {theirs}");

    public static Reply SmtpUtf8NotOffered { get; } =
        Reply.Of(550, "5.6.7", "The message's header needs SMTPUTF8, which the server does not offer");

    public static Reply SenderNeedsSmtpUtf8 { get; } = Reply.Of(
        550, "5.6.7", "The sender's local part is not ASCII, and the server does not offer SMTPUTF8");

    public static Reply RecipientNeedsSmtpUtf8 { get; } = Reply.Of(
        550, "5.6.7", "The recipient's local part is not ASCII, and the server does not offer SMTPUTF8");

    public static Reply EightBitNotOffered { get; } = Reply.Of(
        554, "5.6.3", "The message has 8-bit content without another form, and the server does not offer 8BITMIME");

    public static Reply TooLarge(long length, long max) =>
        Reply.Of(552, "5.3.4", $"The message of {length} octets exceeds the server's limit of {max}");

    public static Reply AddressNotAllowed { get; } =
        Reply.Of(550, "5.4.4", "The receiver's only addresses are ones that may not be connected to");

    public static Reply OthersUnknown { get; } =
        Own(ConnectionFault.NameServerFailed,
            "4.4.3", "The addresses of the receiver that may be connected to could not be looked up");

    public static Reply NoCommonFamily { get; } =
        Own(ConnectionFault.Unreachable,
            "4.4.1", "The receiver has no address of the source address's family (IPv4 or IPv6)");

    /// <summary>What never came to a peer's reply, and may pass.</summary>
    private static Reply Own(ConnectionFault fault, string status, string text) =>
        Reply.Of(451, status, text) with { Fault = fault };
}
