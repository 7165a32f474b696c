using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Tests.Parsing;

public sealed class HeaderBlockTests
{
    [Fact]
    public void fields_are_found_without_case_and_unfolded()
    {
        var headers = Mails.Parse("Subject: one", "\ttwo", " three", "SUBJECT: other", "X:", "", "body").Headers;
        headers.Find("subject"u8).ShouldBe("one\ttwo three");
        headers.FindAll("subject"u8).ShouldBe(["one\ttwo three", "other"]);
        headers.Find("X"u8).ShouldBe("");
        headers.Find("Y"u8).ShouldBeNull();
    }

    [Fact]
    public void white_space_may_stand_before_the_colon()
    {
        var headers = Mails.Parse("Subject \t : text", "", "").Headers;
        headers.Find("Subject"u8).ShouldBe("text");
        Encoding.ASCII.GetString(headers.Value(headers.Fields[0])).ShouldBe(" text");
    }

    [Theory]
    [InlineData("From someone Mon Jan  1 00:00:00 2024")]
    [InlineData(">From someone")]
    public void the_line_of_a_mailbox_file_is_no_field(string line)
    {
        var mail = Mails.Parse(line, "Subject: s", "", "text");
        mail.Headers.Fields.Length.ShouldBe(1);
        mail.Root.Text().ShouldBe("text");
        mail.Defects.ShouldBe(MailDefects.None);
    }

    [Theory]
    [InlineData("no field")]
    [InlineData(": no name")]
    [InlineData("two words: x")]
    public void a_line_that_is_no_field_begins_the_body(string line)
    {
        var mail = Mails.Parse("Subject: s", line, "", "text");
        mail.Root.Text().ShouldBe($"{line}\r\n\r\ntext");
        mail.Defects.ShouldBe(MailDefects.MissingBlankLine);
    }

    [Theory]
    [InlineData("=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße")]
    [InlineData("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=", "日本")]
    [InlineData("=?x-unknown?Q?a?=", "=?x-unknown?Q?a?=")]
    [InlineData("Gr\u00fc\u00dfe", "Grüße")]
    public void text_is_decoded_when_asked(string raw, string expected) =>
        Mails.Parse("Subject: " + raw, "", "").Headers.FindDecoded("Subject"u8).ShouldBe(expected);

    [Fact]
    public void a_field_beyond_its_limit_is_cut()
    {
        var mail = Mails.Parse("A: " + new string('x', 2 * ParsingLimits.FieldOctetsMax), "B: 2", "", "body");
        mail.Headers.Find("A"u8)!.Length.ShouldBe(ParsingLimits.FieldOctetsMax - 3);
        mail.Headers.Find("B"u8).ShouldBe("2");
        mail.Defects.ShouldBe(MailDefects.HeaderTooLong);
    }

    [Fact]
    public void a_field_that_is_folded_beyond_its_limit_is_cut()
    {
        var folds = Enumerable.Repeat(" " + new string('x', 998), 100);
        var mail = Mails.Parse([.. folds.Prepend("A:"), "B: 2", "", "body"]);
        mail.Headers.Find("A"u8)!.Length.ShouldBeInRange(60_000, ParsingLimits.FieldOctetsMax);
        mail.Headers.Find("B"u8).ShouldBe("2");
    }

    [Fact]
    public void a_name_of_any_length_does_no_harm()
    {
        var long1 = new string('n', 2 * ParsingLimits.FieldOctetsMax);
        var mail = Mails.Parse(long1 + ": v", "A" + new string(' ', long1.Length) + ": v", "B: 2", "", "body");
        mail.Headers.Fields.Length.ShouldBe(3);
        mail.Headers.Find("A"u8).ShouldBe("");
        mail.Headers.Find("B"u8).ShouldBe("2");
    }

    [Fact]
    public void fields_beyond_the_number_are_left_out_and_the_body_is_found()
    {
        var mail = Mails.Parse([.. Enumerable.Repeat("A: 1", ParsingLimits.FieldsMax + 5), "", "body"]);
        mail.Headers.Fields.Length.ShouldBe(ParsingLimits.FieldsMax);
        mail.Root.Text().ShouldBe("body");
        mail.Defects.ShouldBe(MailDefects.HeaderTooLong);
    }

    [Fact]
    public void fields_beyond_the_section_are_left_out()
    {
        var fields = Enumerable.Repeat("A: " + new string('x', 60_000), 30);
        var mail = Mails.Parse([.. fields, "Last: 1", "", "body"]);
        mail.Headers.Find("Last"u8).ShouldBeNull();
        mail.Headers.Fields.Length.ShouldBe(ParsingLimits.HeaderOctetsMax / 60_005);
        mail.Root.Text().ShouldBe("body");
    }
}
