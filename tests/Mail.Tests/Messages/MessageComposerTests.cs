using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

public sealed class MessageComposerTests
{
    [Fact]
    public void a_plain_text_message() => Drafts.Text(Drafts.Simple).ShouldBe(Wire("""
        Date: Mon, 09 Mar 2026 08:05:07 -0330
        Message-ID: <1@example.com>
        From: Anna Bell <anna@example.com>
        To: bob@example.net
        Subject: Hello
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 7bit

        Hi Bob

        """));

    [Fact]
    public void text_and_html_are_alternatives() => Body(Drafts.Simple with { Html = "<p>Grüße</p>" }).ShouldBe(Wire("""
        Content-Type: multipart/alternative;
         boundary="=_19b25856e1c150ca834cffc8b59b23ad0"

        --=_19b25856e1c150ca834cffc8b59b23ad0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 7bit

        Hi Bob

        --=_19b25856e1c150ca834cffc8b59b23ad0
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+R3LDvMOfZTwvcD4NCg==

        --=_19b25856e1c150ca834cffc8b59b23ad0--

        """));

    [Fact]
    public void pictures_stand_beside_the_html_and_files_beside_all()
    {
        var draft = Drafts.Simple with
        {
            Html = "<img src=\"cid:logo\">",
            Attachments =
            [
                Drafts.File("logo.png", "image/png", [1, 2, 3], Disposition.Inline, "logo"),
                Drafts.File("a.pdf", "application/pdf", [4, 5]),
            ],
        };
        var types = Body(draft).Split("\r\n").Where(l => l.StartsWith("Content-Type", StringComparison.Ordinal));
        types.ShouldBe(
        [
            "Content-Type: multipart/mixed; boundary=\"=_19b25856e1c150ca834cffc8b59b23ad0\"",
            "Content-Type: multipart/alternative;",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: multipart/related; type=\"text/html\";",
            "Content-Type: text/html; charset=utf-8",
            "Content-Type: image/png; name=\"logo.png\"",
            "Content-Type: application/pdf; name=\"a.pdf\"",
        ]);
    }

    [Fact]
    public void headers_outside_ascii_are_encoded_words()
    {
        var draft = Drafts.Simple with
        {
            From = Mailbox.Parse("Jürgen Groß <j@bücher.example>"),
            To = [Mailbox.Parse("\"Bell, A.\" <a@example.net>"), Mailbox.Parse("山田太郎 <y@example.jp>")],
            Subject = HeaderValue.Parse("Prüfung: " + string.Concat(Enumerable.Repeat("größer ", 12))),
        };
        Header(draft).ShouldBe(Wire("""
            Date: Mon, 09 Mar 2026 08:05:07 -0330
            Message-ID: <1@example.com>
            From: =?utf-8?B?SsO8cmdlbiBHcm/Dnw==?= <j@xn--bcher-kva.example>
            To: "Bell, A." <a@example.net>, =?utf-8?B?5bGx55Sw5aSq6YOO?= <y@example.jp>
            Subject: =?utf-8?B?UHLDvGZ1bmc6IGdyw7bDn2VyIGdyw7bDn2VyIGdyw7bDn2VyIGdy?=
             =?utf-8?B?w7bDn2VyIGdyw7bDn2VyIGdyw7bDn2VyIGdyw7bDn2VyIGdyw7bDn2VyIGdy?=
             =?utf-8?B?w7bDn2VyIGdyw7bDn2VyIGdyw7bDn2VyIGdyw7bDn2Vy?=
            MIME-Version: 1.0
            """).TrimEnd());
    }

    [Fact]
    public void long_headers_are_folded_where_they_have_spaces()
    {
        var draft = Drafts.Simple with
        {
            Subject = HeaderValue.Parse(string.Join(' ', Enumerable.Repeat("word", 40)) + "  two  spaces"),
            To = [.. Enumerable.Range(0, 200).Select(i => Mailbox.Parse($"Recipient {i} <r{i}@example.com>"))],
        };
        var lines = Header(draft).Split("\r\n");
        lines.ShouldAllBe(line => line.Length <= MessageLimits.HeaderLineWanted);
        string.Join("", lines).ShouldContain("word  two  spaces");
    }

    [Fact]
    public void nothing_but_an_empty_text_is_needed() =>
        Body(Drafts.Simple with { Text = null }).ShouldEndWith("7bit\r\n\r\n");

    [Fact]
    public void a_message_to_nobody_says_so() =>
        Header(Drafts.Simple with { To = [] }).ShouldContain("\r\nTo: undisclosed-recipients:;\r\n");

    [Theory]
    [InlineData("a\rb\nc\r\nd\n\re", "a\r\nb\r\nc\r\nd\r\n\r\ne\r\n")]
    [InlineData("\n", "\r\n")]
    [InlineData("\n.\n", "\r\n.\r\n")]
    [InlineData("\r\n.\r\r\n", "\r\n.\r\n\r\n")]
    public void any_line_end_becomes_crlf(string text, string wire) =>
        Body(Drafts.Simple with { Text = text }).ShouldEndWith("7bit\r\n\r\n" + wire);

    [Theory]
    [InlineData("plain", "7bit")]
    [InlineData("Grüße aus Köln von uns allen an euch alle", "quoted-printable")]
    [InlineData("日本語", "base64")]
    [InlineData("From here", "quoted-printable")]
    [InlineData("nul\0", "quoted-printable")]
    [InlineData("--=_19b25856e1c150ca834cffc8b59b23ad0--", "quoted-printable")]
    public void the_transfer_encoding_follows_the_content(string text, string encoding) =>
        Body(Drafts.Simple with { Text = text }).ShouldContain($"Content-Transfer-Encoding: {encoding}\r\n");

    [Fact]
    public void a_line_of_998_octets_stays_and_one_of_999_does_not()
    {
        Body(Drafts.Simple with { Text = new string('x', 998) }).ShouldContain(new string('x', 998) + "\r\n");
        var lines = Body(Drafts.Simple with { Text = new string('x', 999) }).Split("\r\n");
        lines.ShouldAllBe(line => line.Length <= MessageLimits.EncodedLineMax);
    }

    [Fact]
    public void quoted_printable_guards_line_ends_and_line_starts()
    {
        var text = Body(Drafts.Simple with { Text = "ü trailing \n.\nFrom x\n=\t\n" + new string('-', 80) });
        text.ShouldEndWith(Wire($"""

            =C3=BC trailing=20
            =2E
            =46rom x
            =3D=09
            {new string('-', 75)}=
            -----

            """));
    }

    [Fact]
    public void a_file_name_outside_ascii_is_an_extended_parameter()
    {
        var file = Drafts.File("../Prüfung \"1\" " + new string('x', 60), "text/csv", []);
        var draft = Drafts.Simple with { Attachments = [file] };
        Body(draft).ShouldContain(Wire("""
            Content-Disposition: attachment;
             filename*0*=utf-8''Pr%C3%BCfung%20%221%22%20xxxxxxxxxxxxxxxxxxxxxxxxxxxx;
             filename*1*=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
            """));
    }

    [Fact]
    public void only_a_local_part_outside_ascii_needs_smtputf8()
    {
        (Drafts.Simple with { Cc = [Mailbox.Parse("Ünal <u@bücher.example>")] }).RequiresSmtpUtf8.ShouldBeFalse();
        var draft = Drafts.Simple with { Cc = [Mailbox.Parse("ünal@example.com")] };
        draft.RequiresSmtpUtf8.ShouldBeTrue();
        Header(draft).ShouldContain("\r\nCc: ünal@example.com\r\n");
    }

    [Fact]
    public void a_message_as_attachment_is_not_encoded_or_not_called_a_message()
    {
        var seven = Drafts.File("m.eml", "message/rfc822", "Subject: x\r\n\r\nhi\r\n"u8.ToArray());
        var eight = Drafts.File("m.eml", "message/rfc822", "Subject: x\n\nh\u00ef\n"u8.ToArray());
        Body(Drafts.Simple with { Attachments = [seven] }).ShouldContain(
            "Content-Type: message/rfc822; name=\"m.eml\"\r\nContent-Transfer-Encoding: 7bit\r\n");
        Body(Drafts.Simple with { Attachments = [eight] }).ShouldContain("Content-Type: application/octet-stream;");
    }

    private static string Header(MessageDraft draft)
    {
        var text = Drafts.Text(draft);
        return text[..text.IndexOf("\r\nContent-Type", StringComparison.Ordinal)];
    }

    private static string Body(MessageDraft draft)
    {
        var text = Drafts.Text(draft);
        return text[text.IndexOf("Content-Type", StringComparison.Ordinal)..];
    }

    private static string Wire(string text) => text.ReplaceLineEndings("\r\n");
}
