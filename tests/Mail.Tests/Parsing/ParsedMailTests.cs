using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Tests.Parsing;

public sealed class ParsedMailTests
{
    [Fact]
    public void the_tree_has_every_part_and_its_exact_body()
    {
        var mail = Mails.Parse(
            "Subject: tree", "Content-Type: multipart/mixed; boundary=\"outer\"", "", "preamble",
            "--outer", "Content-Type: multipart/alternative; boundary=inner", "",
            "--inner", "", "plain", "", "--inner", "Content-Type: text/html; charset=utf-8", "", "<p>", "--inner--",
            "--outer", "Content-Type: application/pdf", "Content-Disposition: attachment; filename=a.pdf", "", "%PDF",
            "--outer--", "epilogue");
        Mails.Shape(mail.Root).ShouldBe("multipart/mixed(multipart/alternative(text/plain,text/html),application/pdf)");
        var leaves = mail.AllParts().Where(p => p.Parts.Count == 0).ToArray();
        leaves.Select(p => Mails.Utf8(p.Body)).ShouldBe(["plain\r\n", "<p>", "%PDF"]);
        leaves[2].FileName.ShouldBe("a.pdf");
        leaves[2].Disposition.ShouldBe("attachment");
        mail.Defects.ShouldBe(MailDefects.None);
    }

    [Fact]
    public void a_message_within_a_message_is_a_tree_of_its_own()
    {
        var mail = Mails.Parse(
            "Content-Type: multipart/report; boundary=b", "", "--b", "Content-Type: message/rfc822", "",
            "Subject: inner", "Content-Type: multipart/mixed; boundary=c", "", "--c", "", "one", "--c--", "--b--");
        Mails.Shape(mail.Root).ShouldBe("multipart/report(message/rfc822(multipart/mixed(text/plain)))");
        mail.Root.Parts[0].Parts[0].Headers.Find("subject"u8).ShouldBe("inner");
        Mails.Utf8(mail.Root.Parts[0].Parts[0].Parts[0].Body).ShouldBe("one");
    }

    [Fact]
    public void a_message_in_base64_is_read_too()
    {
        var inner = Convert.ToBase64String(Mails.Bytes("Subject: hidden", "", "text"));
        var mail = Mails.Parse(
            "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", inner);
        mail.Root.Parts[0].Headers.Find("Subject"u8).ShouldBe("hidden");
        mail.Root.Parts[0].Text().ShouldBe("text");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void lines_may_end_either_way(string end)
    {
        var text = string.Join(end, "Content-Type: multipart/mixed; boundary=b", "", "--b", "A: 1", " 2", "", "x",
            "--b", "", "y", "--b--", "");
        var mail = ParsedMail.Parse(Encoding.ASCII.GetBytes(text));
        mail.Root.Parts.Select(p => p.Text()).ShouldBe(["x", "y"]);
        mail.Root.Parts[0].Headers.Find("a"u8).ShouldBe("1 2");
        mail.Defects.ShouldBe(MailDefects.None);
    }

    [Fact]
    public void what_does_not_end_ends_with_the_message()
    {
        var mail = Mails.Parse("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "cut of");
        Mails.Utf8(mail.Root.Parts.ShouldHaveSingleItem().Body).ShouldBe("cut of");
        mail.Defects.ShouldBe(MailDefects.MissingTerminator);
    }

    [Fact]
    public void an_outer_boundary_ends_an_inner_multipart_that_forgot_to()
    {
        var mail = Mails.Parse(
            "Content-Type: multipart/mixed; boundary=a", "", "--a", "Content-Type: multipart/mixed; boundary=b", "",
            "--b", "", "inner", "--a", "", "outer", "--a--");
        Mails.Shape(mail.Root).ShouldBe("multipart/mixed(multipart/mixed(text/plain),text/plain)");
        mail.AllParts().Where(p => p.Parts.Count == 0).Select(p => p.Text()).ShouldBe(["inner", "outer"]);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"")]
    public void a_multipart_without_boundary_is_one_part(string type)
    {
        var mail = Mails.Parse(type, "", "--", "", "text");
        mail.Root.Parts.ShouldBeEmpty();
        mail.Defects.ShouldBe(MailDefects.MissingBoundary);
    }

    [Fact]
    public void a_boundary_is_a_whole_line_but_for_space_at_its_end()
    {
        var mail = Mails.Parse(
            "Content-Type: multipart/mixed; boundary=b", "", "--b  ", "", "--bx", "--", "---b", "--b--\t");
        Mails.Utf8(mail.Root.Parts.ShouldHaveSingleItem().Body).ShouldBe("--bx\r\n--\r\n---b");
    }

    [Fact]
    public void a_part_may_be_nothing_at_all()
    {
        var mail = Mails.Parse(
            "Content-Type: multipart/mixed; boundary=b", "", "--b", "--b", "", "--b", "A: 1", "--b--");
        mail.Root.Parts.Select(p => p.Body.Length).ShouldBe([0, 0, 0]);
        mail.Root.Parts[2].Headers.Find("A"u8).ShouldBe("1");
    }

    [Fact]
    public void parts_of_a_digest_are_messages()
    {
        var mail = Mails.Parse(
            "Content-Type: multipart/digest; boundary=b", "", "--b", "", "Subject: one", "", "text", "--b--");
        Mails.Shape(mail.Root).ShouldBe("multipart/digest(message/rfc822(text/plain))");
    }

    [Fact]
    public void nothing_is_a_message_too()
    {
        var mail = ParsedMail.Parse(default);
        mail.Root.Text().ShouldBe("");
        mail.Headers.Fields.Length.ShouldBe(0);
        mail.AllParts().Count().ShouldBe(1);
    }
}
