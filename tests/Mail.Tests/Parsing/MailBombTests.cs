using System.Text;
using Actors.Mail.Parsing;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Parsing;

public sealed class MailBombTests
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\0", "--", "--b", "--b--", "--c\n", "b", "c", ":", "; ", "=", "\"", "a", " ", "\t", "ü",
        "Content-Type: ", "multipart/mixed; boundary=b\r\n", "multipart/report; boundary=\"c\"\n", "message/rfc822\n",
        "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "=?utf-8?Q?=C3?=",
        "name*0*=", "name*1=", "text/plain; charset=iso-2022-jp\r\n", "\u001b$B", "=3D", "QUJD", "From x\n",
    ];

    private static readonly Gen<byte[]> AnyMail = Gen.ArrayOf(Gen.Elements(Pieces))
        .Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    [Fact]
    public void any_octets_are_read_to_the_end() => Prop.ForAll(
        Gen.OneOf(AnyMail, Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i))).ToArbitrary(), octets =>
            ReadAll(octets)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void parts_lie_within_each_other_in_order() => Prop.ForAll(AnyMail.ToArbitrary(), octets =>
    {
        foreach (var part in ParsedMail.Parse(octets).AllParts())
        {
            var inside = part.Encoding == ContentEncoding.Identity ? part.Parts : [];
            var at = 0;
            foreach (var child in inside)
            {
                var found = part.Body.Span[at..].IndexOf(child.Source.Span);
                found.ShouldBeGreaterThanOrEqualTo(0);
                at += found + child.Source.Length;
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void multiparts_within_multiparts_end_at_the_depth()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
            text.Append(Opening($"b{i}"));
        var mail = ParsedMail.Parse(Encoding.ASCII.GetBytes(text.ToString()));
        mail.AllParts().Count().ShouldBe(ParsingLimits.DepthMax);
        mail.Defects.ShouldBe(MailDefects.TooDeep | MailDefects.MissingTerminator);
    }

    [Fact]
    public void messages_within_messages_end_at_the_depth()
    {
        var text = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 10_000));
        var mail = ParsedMail.Parse(Encoding.ASCII.GetBytes(text));
        mail.AllParts().Count().ShouldBe(ParsingLimits.DepthMax);
        mail.Defects.ShouldBe(MailDefects.TooDeep);
    }

    [Fact]
    public void messages_in_base64_in_base64_end_at_the_depth()
    {
        var text = Mails.Bytes("Subject: core", "", "");
        for (var i = 0; i < 40; i++)
        {
            text = Mails.Bytes("Content-Type: message/global", "Content-Transfer-Encoding: base64", "",
                Convert.ToBase64String(text));
        }

        var mail = ParsedMail.Parse(text);
        mail.AllParts().Count().ShouldBe(ParsingLimits.DepthMax);
        mail.Defects.ShouldBe(MailDefects.TooDeep);
    }

    /// <summary>Quoted-printable need not shrink: each level would hold all of the message once more.</summary>
    [Fact]
    public void what_messages_within_messages_decode_to_is_bounded_together()
    {
        const string Level = "Content-Type: message/global\nContent-Transfer-Encoding: quoted-printable\n\n";
        var source = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Repeat(Level, 30))
            + "Subject: core\n\n" + string.Concat(Enumerable.Repeat("a line of the core\n", 100_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mail = ParsedMail.Parse(source);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10 * source.Length);
        mail.Defects.ShouldBe(MailDefects.TooDeep);
        mail.AllParts().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void a_million_parts_are_a_thousand()
    {
        var body = string.Concat(Enumerable.Repeat("--b\n\n", 1_000_000));
        var mail = ParsedMail.Parse(Encoding.ASCII.GetBytes("Content-Type: multipart/mixed; boundary=b\n\n" + body));
        mail.Root.Parts.Count.ShouldBe(ParsingLimits.PartsMax - 1);
        mail.Defects.ShouldBe(MailDefects.TooManyParts | MailDefects.MissingTerminator);
    }

    [Fact]
    public void fields_of_all_parts_together_are_bounded()
    {
        var part = "--b\n" + string.Concat(Enumerable.Repeat("A: 1\n", 500)) + "\n";
        var mail = ParsedMail.Parse(Encoding.ASCII.GetBytes(
            "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat(part, 100))));
        mail.AllParts().Sum(p => p.Headers.Fields.Length).ShouldBe(ParsingLimits.FieldsTotalMax);
    }

    /// <summary>Four mebibytes: quadratic work would take an hour, linear work takes a fraction of a second.</summary>
    [Theory]
    [InlineData("x")]
    [InlineData("--")]
    [InlineData("\n--")]
    [InlineData("\n--b")]
    [InlineData("=")]
    [InlineData("=\n")]
    [InlineData("A:\n")]
    [InlineData("A: =?utf-8?Q?\n")]
    [InlineData("\n \n")]
    [InlineData(" ")]
    [InlineData("\r")]
    [InlineData("; a*1=")]
    public void no_repetition_takes_long(string piece)
    {
        string[] heads =
        [
            "", "Content-Type: multipart/mixed; boundary=bb\n\n", "Content-Transfer-Encoding: base64\n\n",
            "Content-Transfer-Encoding: quoted-printable\n\n", "Content-Type: a/b; x=",
        ];
        foreach (var head in heads)
        {
            var pieces = string.Concat(Enumerable.Repeat(piece, (1 << 22) / piece.Length));
            var octets = Encoding.ASCII.GetBytes(head + pieces);
            ProcessorTime.Of(() => ReadAll(octets)).ShouldBeLessThan(TimeSpan.FromSeconds(5), head);
        }
    }

    [Fact]
    public void boundaries_that_almost_match_at_every_depth_take_no_longer()
    {
        var text = new StringBuilder();
        for (var i = 0; i < ParsingLimits.DepthMax; i++)
            text.Append(Opening($"{new string('b', 200)}{i}"));
        text.Append('\n');
        text.Append(string.Concat(Enumerable.Repeat($"--{new string('b', 201)}\n", 20_000)));
        var mail = ParsedMail.Parse(Encoding.ASCII.GetBytes(text.ToString()));
        mail.AllParts().Count().ShouldBe(ParsingLimits.DepthMax);
    }

    private static string Opening(string boundary) =>
        $"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n--{boundary}\r\n";

    private static void ReadAll(byte[] octets)
    {
        foreach (var part in ParsedMail.Parse(octets).AllParts())
        {
            part.Text();
            _ = part.FileName;
            foreach (var field in part.Headers.Fields)
                part.Headers.Decoded(field);
        }
    }
}
