using System.Text;
using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Parsing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages.Downgrading;

/// <summary>8-bit bodies become 7-bit ones that say the same.</summary>
public sealed class BodyDowngradeTests
{
    [Fact]
    public void text_stays_readable() =>
        Plain("Subject: a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
            + "To: b\r\n\r\nMany words in this line, and Grüße.\r\n \r\n")
            .ShouldBe("Subject: a\r\nContent-Type: text/plain; charset=utf-8\r\nTo: b\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nMany words in this line, and Gr=C3=BC=C3=9Fe.\r\n"
                + "=20\r\n");

    [Fact]
    public void what_is_no_text_becomes_base64() =>
        Plain("Content-Type: application/x-a\r\ncontent-transfer-encoding:\r\n 8bit\r\n\r\nü\r\n")
            .ShouldBe("Content-Type: application/x-a\r\nContent-Transfer-Encoding: base64\r\n\r\nw7wNCg==\r\n");

    [Fact]
    public void a_part_that_is_encoded_badly_is_encoded_well() =>
        Plain("Content-Transfer-Encoding: base64\r\n\r\nYWüJj")
            .ShouldBe("Content-Transfer-Encoding: quoted-printable\r\n\r\nabc");

    [Fact]
    public void only_the_parts_that_need_it_change()
    {
        const string First = "preamble\r\n--b\r\nX-First: yes\r\n\r\nplain\r\n.\r\n--b\r\n";
        Plain("Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + First
            + "Content-Disposition: attachment; filename=ü.txt\r\n\r\nüüüüüü\r\n--b--\r\nepilogue ü")
            .ShouldBe("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + First
                + "Content-Disposition: attachment; filename*=utf-8''%C3%BC.txt\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nw7zDvMO8w7zDvMO8\r\n\r\n--b--\r\nepilogue ??");
    }

    [Fact]
    public void a_message_within_a_message_is_encoded_within() =>
        Plain("Content-Type: message/rfc822\r\n\r\nSubject: ü\r\n\r\nA long enough line of text, and ü\r\n")
            .ShouldBe("Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?B?w7w=?=\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nA long enough line of text, and =C3=BC\r\n");

    [Fact]
    public void a_signed_part_is_never_touched()
    {
        const string Signed = "Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nü\r\n--b\r\n"
            + "Content-Type: application/pkcs7-signature\r\n\r\nx\r\n--b--\r\n";
        BodyDowngrade.TryToSevenBit(Encoding.UTF8.GetBytes(Signed), out _, out var refusal).ShouldBeFalse();
        refusal.Status.ToString().ShouldBe("5.6.3");
        Plain(Signed.Replace("ü", "u", StringComparison.Ordinal)).ShouldBe(Signed.Replace('ü', 'u'));
        Headers(Signed).ShouldBe(Signed, "its header is ASCII already");
        HeaderDowngrade.TryToAscii(
            Encoding.UTF8.GetBytes(Signed.Replace("--b\r\n\r\n", "--b\r\nX: ü\r\n\r\n", StringComparison.Ordinal)),
            out _, out refusal).ShouldBeFalse();
        Headers("Subject: ü\r\n" + Signed).ShouldBe("Subject: =?utf-8?B?w7w=?=\r\n" + Signed);
    }

    [Fact]
    public void headers_of_parts_become_ascii_and_their_bodies_stay() =>
        Headers("Content-Type: multipart/mixed; boundary=b\r\n\r\nü\r\n--b\r\n"
            + "Content-Disposition: attachment; filename=\"ü\"\r\n\r\nbody ü\r\n--b--\r\n")
            .ShouldBe("Content-Type: multipart/mixed; boundary=b\r\n\r\nü\r\n--b\r\n"
                + "Content-Disposition: attachment; filename*=utf-8''%C3%BC\r\n\r\nbody ü\r\n--b--\r\n");

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=\"ü\"\r\n\r\n--ü\r\n\r\nü\r\n--ü--\r\n", "5.6.9")]
    [InlineData("To: ü@example.org\r\n\r\nü\r\n", "5.6.7")]
    [InlineData("no header ü\r\n", "5.6.0")]
    public void what_cannot_be_put_is_a_refusal(string message, string status)
    {
        BodyDowngrade.TryToSevenBit(Encoding.UTF8.GetBytes(message), out _, out var refusal).ShouldBeFalse();
        refusal.Status.ToString().ShouldBe(status);
    }

    [Fact]
    public void a_message_in_ascii_is_the_same_message()
    {
        var raw = "Subject: a\r\n\r\n\u0001\r\n"u8.ToArray();
        BodyDowngrade.TryToSevenBit(raw, out var plain, out _).ShouldBeTrue();
        plain.ShouldHaveSingleItem().ShouldBe(raw.AsMemory());
    }

    /// <summary>Every part's content is the same before and after, whatever is in it.</summary>
    [Fact]
    public void contents_stay_the_same()
    {
        var lines = Gen.Elements("ü", "plain", "", " ", "\t", "=", ".", "From x", "--", "--b2", new string('é', 700));
        var bodies = Gen.ListOf(lines).Select(list => string.Join("\r\n", list));
        var types = Gen.Elements("text/plain", "text/html", "application/octet-stream", "message/delivery-status");
        var parts = from body in bodies from type in types select $"Content-Type: {type}\r\n\r\n{body}";
        Prop.ForAll(Gen.ListOf(parts).Where(list => list.Count > 0).ToArbitrary(), list =>
        {
            var raw = Encoding.UTF8.GetBytes("Content-Type: multipart/mixed; boundary=bound\r\n\r\n--bound\r\n"
                + string.Join("\r\n--bound\r\n", list) + "\r\n--bound--\r\n");
            var plain = Encoding.ASCII.GetBytes(Plain(raw));
            Contents(plain).ShouldBe(Contents(raw));
            plain.ShouldAllBe(b => b < 0x80);
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Contents(byte[] raw) => ParsedMail.Parse(raw).AllParts()
        .Where(part => part.Parts.Count == 0)
        .Select(part => Convert.ToBase64String(part.Content().Span));

    private static string Plain(string message) => Plain(Encoding.UTF8.GetBytes(message));

    private static string Plain(byte[] message)
    {
        BodyDowngrade.TryToSevenBit(message, out var plain, out var refusal).ShouldBeTrue(refusal?.ToString());
        return Text(plain);
    }

    private static string Headers(string message)
    {
        HeaderDowngrade.TryToAscii(Encoding.UTF8.GetBytes(message), out var ascii, out var refusal)
            .ShouldBeTrue(refusal?.ToString());
        return Text(ascii);
    }

    private static string Text(IReadOnlyList<ReadOnlyMemory<byte>> pieces) =>
        Encoding.UTF8.GetString([.. pieces.SelectMany(piece => piece.ToArray())]);
}
