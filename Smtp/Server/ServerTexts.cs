using System.Globalization;
using System.Text;

namespace Actors.Smtp.Server;

/// <summary>The replies that hold the server's name or abilities, made once.</summary>
internal sealed class ServerTexts(SmtpServerOptions options)
{
    private readonly byte[] ehloInClear = EhloLines(options, isTls: false);
    private readonly byte[] ehloInTls = EhloLines(options, isTls: true);
    private readonly byte[] helo = Encoding.ASCII.GetBytes($"250 {options.HostName}\r\n");
    private readonly byte[] greeting = Encoding.ASCII.GetBytes($"220 {options.HostName} ESMTP\r\n");

    public ReadOnlySpan<byte> Greeting => greeting;

    /// <summary>HELO announces no extensions (RFC 5321 §4.1.1.1).</summary>
    public ReadOnlySpan<byte> Helo => helo;

    public ReadOnlySpan<byte> Ehlo(bool isTls) => isTls ? ehloInTls : ehloInClear;

    private static byte[] EhloLines(SmtpServerOptions options, bool isTls)
    {
        List<string> lines =
        [
            options.HostName,
            "PIPELINING",
            string.Create(CultureInfo.InvariantCulture, $"SIZE {options.MessageBytesMax}"),
            "8BITMIME",
            "SMTPUTF8",
        ];
        if (options.OffersDsn)
            lines.Add("DSN");
        if (options.Security == SmtpSecurity.StartTls && !isTls)
            lines.Add("STARTTLS");
        if (options.OffersAuthentication && (isTls || !options.AuthenticationNeedsTls))
            lines.Add("AUTH PLAIN LOGIN");
        lines.Add("ENHANCEDSTATUSCODES");
        var text = string.Concat(lines.Select((line, i) => $"250{(i < lines.Count - 1 ? '-' : ' ')}{line}\r\n"));
        return Encoding.ASCII.GetBytes(text);
    }
}
