namespace Actors.Smtp.Server;

/// <summary>Sizes that are not options: the RFCs' own, and ours where no RFC has a number.</summary>
internal static class SmtpLimits
{
    /// <summary>Bytes of a command line with CRLF (RFC 5321 §4.5.3.1.4).</summary>
    public const int CommandLineBytesMax = 512;

    /// <summary>What MAIL may be longer with SIZE (26, RFC 1870 §3), BODY (17, RFC 6152 §2), SMTPUTF8 (10, RFC 6531
    /// §3.4), AUTH (500, RFC 4954 §3) and DSN (ENVID 107, RET 9, RFC 3461 §4).</summary>
    public const int MailLineBytesMax = CommandLineBytesMax + 26 + 17 + 10 + 500 + 107 + 9;

    /// <summary>What RCPT may be longer with DSN (ORCPT 512, NOTIFY 28: RFC 3461 §4).</summary>
    public const int RcptLineBytesMax = CommandLineBytesMax + 512 + 28;

    /// <summary>Bytes of a line of an authentication exchange with CRLF (RFC 4954 §4.4), and so of any line.</summary>
    public const int LineBytesMax = 12_288;

    /// <summary>Characters of a login and of a password. RFC 4616 §2 asks for 255 bytes of each.</summary>
    public const int CredentialLengthMax = 1_024;

    /// <summary>Bytes of the argument of EHLO (RFC 5321 §4.5.3.1.2).</summary>
    public const int HeloNameBytesMax = 255;

    /// <summary>Bytes of replies that may wait before they are sent although more commands are at hand.</summary>
    public const int UnsentBytesMax = 16 * 1024;

    /// <summary>How long a connection that has been given up may still take its last reply, and send what it had under
    /// way.</summary>
    public static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The longest line, CRLF included, for a command.</summary>
    public static int LineMax(SmtpVerb verb) => verb switch
    {
        SmtpVerb.Auth => LineBytesMax,
        SmtpVerb.Mail => MailLineBytesMax,
        SmtpVerb.Rcpt => RcptLineBytesMax,
        _ => CommandLineBytesMax,
    };
}
