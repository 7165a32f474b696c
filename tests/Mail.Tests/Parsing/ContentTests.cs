using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using Actors.Mail.Tests.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Parsing;

public sealed class ContentTests
{
    [Theory]
    [InlineData("utf-8", "=C3=BC", "ü")]
    [InlineData("iso-8859-1", "=FC", "ü")]
    [InlineData("windows-1252", "=80", "€")]
    [InlineData("koi8-r", "=C1", "а")]
    [InlineData("gb2312", "=C4=E3", "你")]
    [InlineData("big5", "=A7=41", "你")]
    [InlineData("euc-kr", "=B0=A1", "가")]
    [InlineData("cp1251", "=E0", "а")]
    [InlineData("iso-2022-jp", "=1B$BF|=1B(B", "日")]
    [InlineData("Shift_JIS", "=93=FA", "日")]
    [InlineData("us-ascii", "=FC", "ü")]
    [InlineData("x-no-such", "=C3=BC", "ü")]
    [InlineData("\"\"", "=FC", "ü")]
    [InlineData("utf-8", "=FC", "�")]
    public void text_comes_in_its_charset(string charset, string body, string expected) => Mails.Parse(
        $"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: Quoted-Printable", "", body)
        .Root.Text().ShouldBe(expected);

    [Theory]
    [InlineData("a=3Db", "a=b")]
    [InlineData("a=\r\nb", "ab")]
    [InlineData("a= \t\r\nb", "ab")]
    [InlineData("a=\nb \nc", "ab\nc")]
    [InlineData("a=ZZ=4", "a=ZZ=4")]
    [InlineData("a=c3=a4", "aä")]
    [InlineData("a  \r\nb", "a\r\nb")]
    [InlineData("a=", "a")]
    [InlineData("", "")]
    public void quoted_printable_is_read_as_far_as_it_is_that(string body, string expected) =>
        Mails.Parse("Content-Transfer-Encoding: quoted-printable (x)", "", body).Root.Text().ShouldBe(expected);

    [Theory]
    [InlineData("aGVsbG8=", "hello")]
    [InlineData("aGVs\r\nbG8=\r\n", "hello")]
    [InlineData("aGVsbG8", "hello")]
    [InlineData("aGV!s bG-8=", "hello")]
    [InlineData("aGVsbG8=aGVsbG8=", "hellohello")]
    [InlineData("a", "")]
    [InlineData("====", "")]
    [InlineData("", "")]
    public void base64_is_read_as_far_as_it_is_that(string body, string expected) =>
        Mails.Parse("Content-Transfer-Encoding: BASE64", "", body).Root.Text().ShouldBe(expected);

    [Fact]
    public void what_the_composer_writes_is_read_back() => Prop.ForAll(
        IndependentParserTests.AnyDraft.ToArbitrary(), ShouldBeReadBack).QuickCheckThrowOnFailure();

    private static void ShouldBeReadBack(MessageDraft draft)
    {
        var mail = ParsedMail.Parse(Drafts.Bytes(draft));
        mail.Defects.ShouldBe(MailDefects.None);
        mail.Headers.FindDecoded("Subject"u8).ShouldBe(draft.Subject.Value.Trim());
        var leaves = mail.AllParts().Where(p => p.Parts.Count == 0).ToArray();
        foreach (var file in draft.Attachments)
        {
            leaves.Any(p => p.FileName == file.FileName.Value && p.Type.Value == file.Type.Value
                && p.Content().Span.SequenceEqual(file.Content.Span)).ShouldBeTrue(file.FileName.Value);
        }

        if (draft.Text is not null)
            leaves.First(p => p.Type.Value == "text/plain").Text().ShouldBe(Canonical(draft.Text));
    }

    private static string Canonical(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        if (lines.Length > 0 && !lines.EndsWith('\n'))
            lines += "\n";
        return lines.Replace("\n", "\r\n", StringComparison.Ordinal);
    }
}
