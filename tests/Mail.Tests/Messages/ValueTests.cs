using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

public sealed class ValueTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\dir\\x.txt", "x.txt")]
    [InlineData("Übersicht.xlsx", "Übersicht.xlsx")]
    public void a_file_name_is_without_path(string text, string name)
    {
        FileName.TryParse(text, out var parsed).ShouldBeTrue();
        parsed.Value.ShouldBe(name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/")]
    [InlineData("a\0b")]
    [InlineData("a\r\nb")]
    [InlineData("invoice\u202Efdp.exe")]
    public void a_file_name_deceives_nobody(string? text) => FileName.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("text/calendar; method=REQUEST; charset=\"utf-8\"; name=x", "text/calendar", 2)]
    [InlineData("Application/PDF", "application/pdf", 0)]
    public void a_media_type_keeps_its_parameters(string text, string value, int parameters)
    {
        MediaType.TryParse(text, out var type).ShouldBeTrue();
        (type.Value, type.Parameters.Length).ShouldBe((value, parameters));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("/plain")]
    [InlineData("text/")]
    [InlineData("text/plain\r\nBcc: x@y.example")]
    [InlineData("text/plain; a=\"b\r\nBcc: x\"")]
    [InlineData("text/plain; a")]
    [InlineData("text/plain; a*0=b")]
    [InlineData("multipart/mixed")]
    public void what_is_no_media_type_is_refused(string? text) => MediaType.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("a@b")]
    [InlineData("<a@b>")]
    public void a_message_id_prints_with_brackets(string text) => MessageId.Parse(text).ToString().ShouldBe("<a@b>");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData("a")]
    [InlineData("@b")]
    [InlineData("a@")]
    [InlineData("a@b c")]
    [InlineData("a@b\r\nX: y")]
    [InlineData("a@b>\r\n<")]
    [InlineData("ü@b")]
    public void what_is_no_message_id_is_refused(string? text) => MessageId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void a_message_id_is_made_of_a_unique_part_and_a_domain() =>
        MessageId.Of("123", DomainName.Parse("bücher.example")).Value.ShouldBe("123@xn--bcher-kva.example");
}
