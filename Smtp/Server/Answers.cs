namespace Actors.Smtp.Server;

/// <summary>The server's fixed replies, as they go to the wire. Codes: RFC 5321 §4.2.3, RFC 3463, RFC 5248, RFC 4954
/// §6.</summary>
internal static class Answers
{
    public static ReadOnlySpan<byte> Ok => "250 2.0.0 OK\r\n"u8;
    public static ReadOnlySpan<byte> Bye => "221 2.0.0 Bye\r\n"u8;
    public static ReadOnlySpan<byte> Help => "214 2.0.0 RFC 5321\r\n"u8;
    public static ReadOnlySpan<byte> Vrfy => "252 2.5.2 Cannot verify, but will take the message\r\n"u8;
    public static ReadOnlySpan<byte> SenderOk => "250 2.1.0 Sender OK\r\n"u8;
    public static ReadOnlySpan<byte> RecipientOk => "250 2.1.5 Recipient OK\r\n"u8;
    public static ReadOnlySpan<byte> SendContent => "354 End data with <CR><LF>.<CR><LF>\r\n"u8;
    public static ReadOnlySpan<byte> BeginTls => "220 2.0.0 Ready to start TLS\r\n"u8;

    public static ReadOnlySpan<byte> Draining => "421 4.3.2 Server is shutting down, try again later\r\n"u8;
    public static ReadOnlySpan<byte> TimedOut => "421 4.4.2 Timed out waiting for the client\r\n"u8;
    public static ReadOnlySpan<byte> TooManyConnections => "421 4.7.0 Too many connections, try again later\r\n"u8;
    public static ReadOnlySpan<byte> TooManyOfAccount =>
        "421 4.7.0 Too many connections of this account, try again later\r\n"u8;
    public static ReadOnlySpan<byte> SessionOver =>
        "421 4.3.2 This connection has been open for long enough, connect again\r\n"u8;
    public static ReadOnlySpan<byte> LoginsHeldBack =>
        "421 4.7.0 Too many failed authentications, try again later\r\n"u8;
    public static ReadOnlySpan<byte> TooManyErrors => "421 4.7.0 Too many errors\r\n"u8;
    public static ReadOnlySpan<byte> TooManyIdleCommands => "421 4.7.0 Too many commands without a message\r\n"u8;
    public static ReadOnlySpan<byte> TooManyFailures => "421 4.7.0 Too many failed authentications\r\n"u8;
    public static ReadOnlySpan<byte> LocalError => "451 4.3.0 Local error, try again later\r\n"u8;

    public static ReadOnlySpan<byte> Unknown => "500 5.5.1 Command not recognised\r\n"u8;
    public static ReadOnlySpan<byte> NotImplemented => "502 5.5.1 Command not implemented\r\n"u8;
    public static ReadOnlySpan<byte> LineTooLong => "500 5.5.2 Line too long\r\n"u8;
    public static ReadOnlySpan<byte> BareInCommand => "500 5.5.2 Bare CR or LF; lines end with CRLF\r\n"u8;
    public static ReadOnlySpan<byte> Control => "500 5.5.2 Control character in command\r\n"u8;
    public static ReadOnlySpan<byte> NoArgument => "501 5.5.4 This command takes no argument\r\n"u8;
    public static ReadOnlySpan<byte> HeloName => "501 5.5.4 Give the name of your host\r\n"u8;

    public static ReadOnlySpan<byte> TlsNotOffered => "502 5.5.1 STARTTLS is not offered here\r\n"u8;
    public static ReadOnlySpan<byte> TlsTwice => "503 5.5.1 TLS is already active\r\n"u8;
    public static ReadOnlySpan<byte> TlsPipelined => "554 5.5.1 Nothing may be sent behind STARTTLS before TLS\r\n"u8;
    public static ReadOnlySpan<byte> TlsFirst => "530 5.7.0 Must issue a STARTTLS command first\r\n"u8;

    public static ReadOnlySpan<byte> AuthNotOffered => "502 5.5.1 AUTH is not offered here\r\n"u8;
    public static ReadOnlySpan<byte> AuthNeedsTls =>
        "538 5.7.11 Encryption required for authentication: issue STARTTLS first\r\n"u8;
    public static ReadOnlySpan<byte> AuthTwice => "503 5.5.1 Already authenticated\r\n"u8;
    public static ReadOnlySpan<byte> AuthMechanism => "504 5.5.4 Mechanism not offered: use PLAIN or LOGIN\r\n"u8;
    public static ReadOnlySpan<byte> AuthCancelled => "501 5.7.0 Authentication cancelled\r\n"u8;
    public static ReadOnlySpan<byte> AuthMalformed => "501 5.5.2 Credentials cannot be decoded\r\n"u8;
    public static ReadOnlySpan<byte> AuthSucceeded => "235 2.7.0 Authentication successful\r\n"u8;

    public static ReadOnlySpan<byte> MailSyntax => "501 5.5.4 Syntax: MAIL FROM:<address> [parameters]\r\n"u8;
    public static ReadOnlySpan<byte> RcptSyntax => "501 5.5.4 Syntax: RCPT TO:<address>\r\n"u8;
    public static ReadOnlySpan<byte> SenderAddress => "501 5.1.7 Sender address is not valid\r\n"u8;
    public static ReadOnlySpan<byte> RecipientAddress => "501 5.1.3 Recipient address is not valid\r\n"u8;
    public static ReadOnlySpan<byte> Routing =>
        "553 5.1.3 Source routes and %, ! or @ in the local part are not accepted\r\n"u8;
    public static ReadOnlySpan<byte> NeedsSmtpUtf8 => "553 5.6.7 Address needs the parameter SMTPUTF8\r\n"u8;
    public static ReadOnlySpan<byte> UnknownParameter => "555 5.5.4 Parameter not recognised\r\n"u8;
    public static ReadOnlySpan<byte> ParameterValue => "501 5.5.4 Parameter value is not valid\r\n"u8;
    public static ReadOnlySpan<byte> TooLarge => "552 5.3.4 Message is larger than this server takes\r\n"u8;
    public static ReadOnlySpan<byte> TooManyRecipients => "452 4.5.3 Too many recipients in one transaction\r\n"u8;
    public static ReadOnlySpan<byte> NoRecipients => "554 5.5.1 No valid recipients\r\n"u8;
    public static ReadOnlySpan<byte> RelayDenied =>
        "554 5.7.1 Relay access denied: authenticate with the SMTP login and password of your account\r\n"u8;
    public static ReadOnlySpan<byte> RelayDeniedInClear =>
        "554 5.7.1 Relay access denied: start TLS and authenticate with your account's SMTP login and password\r\n"u8;

    public static ReadOnlySpan<byte> BareInContent =>
        "550 5.6.11 Bare CR or LF in the message; every line has to end with CRLF\r\n"u8;
    public static ReadOnlySpan<byte> NulInContent => "550 5.6.0 NUL character in the message\r\n"u8;
    public static ReadOnlySpan<byte> TextLineTooLong =>
        "550 5.6.0 A line of the message is too long; encode it as quoted-printable or base64\r\n"u8;
}
