using Actors.Fuzzing.Seeds;
using Actors.Mail.Parsing;

namespace Actors.Fuzzing.Targets;

/// <summary>The tolerant parser of MIME.</summary>
internal sealed class MailTarget : FuzzTarget
{
    public override string Name => "mail";

    public override IReadOnlyList<byte[]> Seeds => MailSeeds.All;

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "\r\n", "\n", "--inner\r\n", "--=_outer--\r\n", "\r\n\r\n", "Content-Type: multipart/mixed; boundary=inner\r\n",
        "Content-Type: message/rfc822\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "; name*1*=%41", ": ",
        "=\r\n");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("", "\r\n"), new("Subject: ", "a "), new("", "X: y\r\n"), new("Subject:", "\r\n a"), new("", "a"),
        new("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n"),
        new("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n", "--b--"),
        new("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "\r\n--c"),
        new("", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"),
        new("", "Content-Type: message/rfc822\r\n\r\n"),
        new("Content-Type: text/plain", "; name*0=a"), new("Content-Type: text/plain", "; a"),
        new("Content-Type: text/plain; a=\"", "\\\""), new("Content-Type: text/plain; a=", "("),
        new("Content-Transfer-Encoding: base64\r\n\r\n", "*"),
        new("Content-Transfer-Encoding: quoted-printable\r\n\r\n", "="),
    ];

    public override void Run(byte[] input)
    {
        var mail = ParsedMail.Parse(input);
        var parts = 0;
        foreach (var part in mail.AllParts())
        {
            parts++;
            Require(part.Body.Length <= part.Source.Length, "a body is within its part");
            Require(part.Content().Length <= Math.Max(input.Length, part.Body.Length), "decoding never adds");
            _ = (part.Text().Length, part.FileName, part.Disposition);
            foreach (var field in part.Headers.Fields)
                Require(!part.Headers.Decoded(field).AsSpan().ContainsAny('\r', '\n', '\0'),
                    "decoded text is one line");
        }

        Require(parts is > 0 and <= ParsingLimits.PartsMax, "parts are limited");
    }
}
