using System.Text;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Rendering;

public sealed class MessageRenderingTests
{
    private static readonly MailParts Personal = Renderings.Plain with
    {
        Subject = "For {{name}}",
        Text = "Dear {{name}}",
        Html = "<p>Dear {{name}}</p>",
        Personalized = true,
    };

    [Fact]
    public void the_same_input_makes_the_same_bytes()
    {
        var command = Renderings.Command(
            Personal with
            {
                Attachments = [new MailAttachment("a.bin", "application/octet-stream", null, new byte[100])],
            },
            Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", "Ann")));

        Renderings.Check(command).ShouldBeNull();
        Renderings.Render(command).ShouldBe(Renderings.Render(command));
    }

    [Fact]
    public void a_bcc_recipient_appears_in_no_byte_of_any_copy()
    {
        var copies = Renderings.Render(Renderings.Command(
            Renderings.Recipient("ann@example.com"), Renderings.Recipient("secret@hidden.example", RecipientKind.Bcc),
            Renderings.Recipient("carl@example.com", RecipientKind.Cc)));

        copies.Length.ShouldBe(3);
        copies.ShouldAllBe(copy => !copy.Contains("secret", StringComparison.OrdinalIgnoreCase)
            && !copy.Contains("hidden.example", StringComparison.OrdinalIgnoreCase)
            && !copy.Contains("\nBcc", StringComparison.OrdinalIgnoreCase));
        copies.Distinct().Count().ShouldBe(1);
        copies[0].ShouldContain("To: ann@example.com\r\n");
        copies[0].ShouldContain("Cc: carl@example.com\r\n");
    }

    [Fact]
    public void each_recipient_reads_its_own_values()
    {
        var copies = Renderings.Render(Renderings.Command(
            Personal, Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", "Ann")),
            Renderings.Recipient("bob@example.com", RecipientKind.Bcc, ("name", "Bob & Sons"))));

        copies[0].ShouldContain("Subject: For Ann\r\n");
        copies[1].ShouldContain("Subject: For Bob & Sons\r\n");
        copies[1].ShouldContain("Dear Bob & Sons");
        copies[1].ShouldContain("<p>Dear Bob &amp; Sons</p>");
    }

    [Fact]
    public void without_variables_braces_are_text() =>
        Renderings.Render(Renderings.Command(
            Personal with { Personalized = false }, Renderings.Recipient("ann@example.com")))[0]
            .ShouldContain("Dear {{name}}");

    [Fact]
    public void a_missing_variable_is_refused_with_its_recipient_and_its_name()
    {
        var refusal = Renderings.Check(Renderings.Command(
            Personal, Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", "Ann")),
            Renderings.Recipient("bob@example.com"))).ShouldNotBeNull();

        refusal.Code.ShouldBe(RefusalCode.InvalidField);
        refusal.Detail.ShouldStartWith("Recipient 1:");
        refusal.Errors.Select(error => (error.Pointer, error.Code)).ShouldBe(
            [("/subject", "missing_variable"), ("/text", "missing_variable"), ("/html", "missing_variable")]);
    }

    [Theory]
    [InlineData("Ann\r\nBcc: victim@example.com")]
    [InlineData("Ann\nX-Injected: yes")]
    [InlineData("Ann\rX-Injected: yes")]
    [InlineData("Ann\0")]
    [InlineData("Ann\u2028X-Injected: yes")]
    public void a_value_cannot_add_a_header(string value)
    {
        var command = Renderings.Command(
            Personal with { Text = "Hello", Html = null },
            Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", value)));

        Renderings.Check(command).ShouldNotBeNull().Errors.ShouldHaveSingleItem().Pointer.ShouldBe("/subject");
    }

    [Theory]
    [InlineData("X-A\r\nBcc", "x", "/headers/X-A\r\nBcc")]
    [InlineData("X-A", "x\r\nBcc: victim@example.com", "/headers/X-A")]
    [InlineData("X/~", "x\n", "/headers/X~1~0")]
    [InlineData("Bcc", "victim@example.com", "/headers/Bcc")]
    public void a_header_that_cannot_be_is_refused_by_its_path(string name, string value, string path) =>
        Renderings.Check(Renderings.Command(
            Renderings.Plain with { Headers = [new MailHeader(name, value)] }, Renderings.Recipient("ann@example.com")))
            .ShouldNotBeNull().Errors.ShouldHaveSingleItem().Pointer.ShouldBe(path);

    [Theory]
    [InlineData(100_000, 'x', true)]
    [InlineData(1_100_000, 'x', false)]
    [InlineData(200_000, '€', true)]
    [InlineData(400_000, '€', false)]
    [InlineData(400_000, '\n', true)]
    [InlineData(600_000, '\n', false)]
    public void what_counts_is_the_size_as_sent(int characters, char character, bool fits)
    {
        var command = Renderings.Command(
            Renderings.Plain with { Text = new string(character, characters) },
            Renderings.Recipient("ann@example.com"));

        (Renderings.Check(command) is null).ShouldBe(fits);
        (Renderings.Render(command)[0].Length <= 1024 * 1024).ShouldBe(fits);
    }

    [Fact]
    public void values_count_for_the_size_too()
    {
        var command = Renderings.Command(
            Personal with { Subject = "Hello", Text = string.Concat(Enumerable.Repeat("{{name}}", 100)), Html = null },
            Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", new string('x', 12_000))));

        Renderings.Check(command, bytesMax: 2_000_000).ShouldBeNull();
        Renderings.Check(command, bytesMax: 1_000_000).ShouldNotBeNull();
    }

    [Fact]
    public void attachments_count_as_base64()
    {
        SubmitCommand Attached(int bytes) => Renderings.Command(
            Renderings.Plain with
            {
                Attachments = [new MailAttachment("a.bin", "application/octet-stream", null, new byte[bytes])],
            },
            Renderings.Recipient("ann@example.com"));

        Renderings.Check(Attached(700_000)).ShouldBeNull();
        Renderings.Check(Attached(800_000)).ShouldNotBeNull().Code.ShouldBe(RefusalCode.TooLarge);
    }

    [Fact]
    public void each_stream_has_its_precedence_and_all_copies_one_feedback_id()
    {
        var command = Renderings.Command(
            Renderings.Recipient("ann@example.com"), Renderings.Recipient("bob@example.com"));
        Renderings.Render(command).ShouldAllBe(copy => copy.Contains(
            "\r\nFeedback-ID: acc_shop:transactional:shop:actors\r\nPrecedence: list\r\n", StringComparison.Ordinal));
        Renderings.Render(command with { Stream = Actors.Grains.Messages.MailStream.Marketing }).ShouldAllBe(copy =>
            copy.Contains(
                "\r\nFeedback-ID: acc_shop:marketing:shop:actors\r\nPrecedence: bulk\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void answers_of_programs_are_of_no_stream_and_have_no_marks()
    {
        var notice = Encoding.ASCII.GetBytes(
            "From: mailer-daemon@shop.example\r\nFeedback-ID: forged:b:c:d\r\n"
            + "Auto-Submitted: auto-replied\r\n\r\nNo.\r\n");
        var command = Renderings.Command(Renderings.Recipient("ann@example.com")) with
        {
            Source = new MailSource.Raw(notice, [EmailAddress.Parse("mailer-daemon@shop.example")], false),
            ReversePath = ReversePath.Null,
        };
        Renderings.Render(command).ShouldBe(
            ["From: mailer-daemon@shop.example\r\nAuto-Submitted: auto-replied\r\n\r\nNo.\r\n"]);
    }

    [Fact]
    public void each_recipient_has_an_address_of_its_own_to_leave_by()
    {
        var mail = Personal with
        {
            ListUnsubscribe = new MailListUnsubscribe("https://shop.example/leave/{{token}}", null, true),
            ListId = "News <news.shop.example>",
        };
        var copies = Renderings.Render(Renderings.Command(
            mail, Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", "A"), ("token", "t1")),
            Renderings.Recipient("bob@example.com", RecipientKind.Bcc, ("name", "B"), ("token", "t2"))));

        copies[0].ShouldContain("\r\nList-Id: News <news.shop.example>\r\n"
            + "List-Unsubscribe: <https://shop.example/leave/t1>\r\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        copies[1].ShouldContain("\r\nList-Unsubscribe: <https://shop.example/leave/t2>\r\n");
    }

    [Theory]
    [InlineData("t\r\nBcc: eve@example.net", "invalid_unsubscribe")]
    [InlineData("t>, <https://evil.example/", "invalid_unsubscribe")]
    [InlineData("t t", "invalid_unsubscribe")]
    public void a_value_that_makes_no_address_is_refused_before_anything_is_stored(string token, string code)
    {
        var mail = Personal with
        {
            ListUnsubscribe = new MailListUnsubscribe("https://shop.example/leave/{{token}}", null, true),
        };
        var refusal = Renderings.Check(Renderings.Command(
            mail, Renderings.Recipient("ann@example.com", RecipientKind.To, ("name", "A"), ("token", token))));
        refusal!.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
    }
}
