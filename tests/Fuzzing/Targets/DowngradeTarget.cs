using System.Text;
using Actors.Fuzzing.Seeds;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Downgrading;

namespace Actors.Fuzzing.Targets;

/// <summary>Messages put into ASCII and into 7-bit.</summary>
internal sealed class DowngradeTarget : FuzzTarget
{
    public override string Name => "downgrades";

    public override IReadOnlyList<byte[]> Seeds { get; } = [.. MailSeeds.All, MailSeeds.Wire("""
        From: Jürgen <j@bücher.example>
        To: Büro: "Ä, B" <a@example.org>;, c@example.org
        Subject: Grüße =?utf-8?Q?=C3=BC?=
        List-Unsubscribe: <https://example.org/ü>
        List-Id: Grüße <news.example.org>
        Received: from a by b for <ü@example.org>; Mon, 9 Mar 2026 08:05:07 +0000
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; name="größe.txt"
        Content-Transfer-Encoding: 8bit

        Grüße
        --b--
        """)];

    public override IReadOnlyList<byte[]> Tokens { get; } =
        Pieces("ü", "\r\n", "; a=\"ü\"", "<ü@example.org>", ":", ";", ",", "\r\nTo: ü", "--b\r\n", "\"", "(",
            "=?utf-8?Q?");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("Subject: ", "ü "), new("Subject: ü", "\r\n ü"), new("", "Subject: ü\r\n"), new("To: ",
        "ü <a@b.example>, "),
        new("Content-Type: text/plain", "; a=ü"), new("List-Post: ", "ü"), new("Received: ", "ü "),
        new("Subject: a\r\n\r\n", "ü"), new("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nü\r\n"),
    ];

    public override void Run(byte[] input)
    {
        if (HeaderDowngrade.TryToAscii(input, out var ascii, out _))
        {
            byte[] whole = [.. ascii.SelectMany(piece => piece.ToArray())];
            Require(!HeaderDowngrade.IsNeeded(whole), "the header is ASCII");
        }

        if (BodyDowngrade.TryToSevenBit(input, out var plain, out _))
            Require(plain.All(piece => Ascii.IsValid(piece.Span)), "the message is 7-bit");
        if (HeaderSection.TryParse(input, out var header, out _) && ascii is not null)
            Require(HeaderSection.TryParse(Joined(ascii), out var after, out _) && after.Count == header.Count,
                "the header has the same fields");
    }

    private static byte[] Joined(IReadOnlyList<ReadOnlyMemory<byte>> pieces) =>
        [.. pieces.SelectMany(piece => piece.ToArray())];
}
