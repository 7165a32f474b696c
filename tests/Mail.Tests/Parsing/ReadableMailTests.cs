using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Tests.Parsing;

public sealed class ReadableMailTests
{
    private const string Alternative = """
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=C3=9Fe: https://mail.example.org/links/abcdefghijklmnopqrstu=
        vwxyz?a=3D1&b=3D2.
        --b
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable

        <a href=3D"https://mail.example.org/links/abcdefghijklmnopqrstuvwxyz?a=3D1&=
        amp;b=3D2">here</a> <img src=3D'http://pictures.example/a.png'>
        --b--
        """;

    [Fact]
    public void words_are_decoded_and_links_whole_and_told_once()
    {
        var mail = Read(Alternative);
        mail.Text.ShouldBe("Grüße: https://mail.example.org/links/abcdefghijklmnopqrstuvwxyz?a=1&b=2.");
        mail.Html!.ShouldStartWith("<a href=\"https://mail.example.org/links/abcdefghijklmnopqrstuvwxyz?a=1&amp;b=2\">");
        mail.Links.ShouldBe([
            "https://mail.example.org/links/abcdefghijklmnopqrstuvwxyz?a=1&b=2", "http://pictures.example/a.png",
        ]);
        mail.Truncated.ShouldBeFalse();
    }

    [Fact]
    public void attachments_and_messages_within_are_not_its_words()
    {
        var mail = Read("""
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain
            Content-Disposition: attachment

            attached
            --b
            Content-Type: message/rfc822

            Subject: within

            another's
            --b--
            """);
        (mail.Text, mail.Html).ShouldBe((null, null));
        mail.Links.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("(https://a.example/b), and HTTP://c.example", "https://a.example/b", "HTTP://c.example")]
    [InlineData("http https:// http:/x httphttps://d.example <https://e.example/>", "https://e.example/")]
    public void punctuation_of_the_sentence_belongs_to_no_link(string text, params string[] links) =>
        Read("\n" + text).Links.ShouldBe(links);

    [Fact]
    public void long_texts_are_cut_and_said_to_be()
    {
        var mail = Read("\n" + new string('x', ReadableMail.LengthMax + 1));
        mail.Text!.Length.ShouldBe(ReadableMail.LengthMax);
        mail.Truncated.ShouldBeTrue();
        Read("\n" + new string('x', ReadableMail.LengthMax)).Truncated.ShouldBeFalse();
    }

    [Fact]
    public void a_hundred_links_are_told_and_those_too_long_are_none()
    {
        var many = string.Join(' ', Enumerable.Range(0, 150).Select(i => $"https://{i}.example/"));
        Read("\n" + many).Links.Length.ShouldBe(100);
        Read("\nhttps://a.example/" + new string('x', 3_000)).Links.ShouldBeEmpty();
        Read("\n" + string.Concat(Enumerable.Repeat("http", 60_000))).Links.ShouldBeEmpty();
    }

    private static ReadableMail Read(string mail) => ReadableMail.Of(Encoding.UTF8.GetBytes(mail));
}
