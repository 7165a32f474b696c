using System.Text;

namespace Actors.Smtp.Server;

/// <summary>Names of commands, which are the same in upper and lower case (RFC 5321 §2.4).</summary>
internal static class SmtpVerbs
{
    /// <summary>The command a line begins with and what follows it.</summary>
    /// <param name="line">A line without its CRLF.</param>
    /// <param name="argument">What comes after the space behind the verb, spaces at both ends taken off.</param>
    public static SmtpVerb Parse(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> argument)
    {
        var space = line.IndexOf((byte)' ');
        argument = space < 0 ? default : line[(space + 1)..].Trim((byte)' ');
        return Named(space < 0 ? line : line[..space]);
    }

    /// <summary>How the verb is written in a reply.</summary>
    public static string Name(this SmtpVerb verb) => verb.ToString().ToUpperInvariant();

    private static SmtpVerb Named(ReadOnlySpan<byte> word) => word.Length switch
    {
        3 => Is(word, "GET"u8) || Is(word, "PUT"u8) ? SmtpVerb.Http : SmtpVerb.Unknown,
        4 => NamedByFour(word),
        7 => Is(word, "CONNECT"u8) || Is(word, "OPTIONS"u8) ? SmtpVerb.Http : SmtpVerb.Unknown,
        8 => Is(word, "STARTTLS"u8) ? SmtpVerb.StartTls : SmtpVerb.Unknown,
        _ => SmtpVerb.Unknown,
    };

    private static SmtpVerb NamedByFour(ReadOnlySpan<byte> word) =>
        Is(word, "MAIL"u8) ? SmtpVerb.Mail :
        Is(word, "RCPT"u8) ? SmtpVerb.Rcpt :
        Is(word, "DATA"u8) ? SmtpVerb.Data :
        Is(word, "EHLO"u8) ? SmtpVerb.Ehlo :
        Is(word, "QUIT"u8) ? SmtpVerb.Quit :
        Is(word, "AUTH"u8) ? SmtpVerb.Auth :
        Is(word, "RSET"u8) ? SmtpVerb.Rset :
        Is(word, "NOOP"u8) ? SmtpVerb.Noop :
        Is(word, "HELO"u8) ? SmtpVerb.Helo :
        Is(word, "VRFY"u8) ? SmtpVerb.Vrfy :
        Is(word, "HELP"u8) ? SmtpVerb.Help :
        Is(word, "EXPN"u8) ? SmtpVerb.Expn :
        Is(word, "BDAT"u8) ? SmtpVerb.Bdat :
        Is(word, "POST"u8) || Is(word, "HEAD"u8) ? SmtpVerb.Http : SmtpVerb.Unknown;

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(word, name);
}
