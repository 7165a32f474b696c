using System.Buffers;
using System.Text;
using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Replies;

public sealed class ReplyTests
{
    [Fact]
    public void a_reply_is_written_with_its_codes_on_every_line() =>
        Wire(Reply.Of(550, "5.1.1", "No such user\nTry another")).ShouldBe(
            "550-5.1.1 No such user\r\n550 5.1.1 Try another\r\n");

    [Fact]
    public void a_reply_without_enhanced_code_has_none() =>
        Wire(Reply.Of(354, "End data with <CRLF>.<CRLF>")).ShouldBe("354 End data with <CRLF>.<CRLF>\r\n");

    [Fact]
    public void a_long_text_is_broken_at_spaces_into_lines_of_at_most_512_octets()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 500));
        var lines = Wire(Reply.Of(554, "5.6.0", text)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldAllBe(line => line.Length + 2 <= ReplyLimits.WrittenLineOctetsMax);
        lines.Length.ShouldBe(5);
        string.Join(' ', lines.Select(line => line["554-5.6.0 ".Length..])).ShouldBe(text);
        Wire(Reply.Of(554, new string('x', 2000))).Split("\r\n").ShouldAllBe(line => line.Length <= 510);
    }

    [Fact]
    public void no_text_can_add_a_line_of_its_own()
    {
        var wire = Wire(Reply.Of(550, "5.0.0", "a\r\n250 ok\rb\0c\u0085d\u2028e\u001bf é"));
        wire.ShouldBe("550-5.0.0 a \r\n550 5.0.0 250 ok b?c?d?e?f ?\r\n");
    }

    [Fact]
    public void codes_of_different_classes_are_a_fault() =>
        Should.Throw<ArgumentException>(() => Reply.Of(550, "4.1.1", ""));

    [Theory]
    [InlineData(250, true, false, false)]
    [InlineData(354, true, false, false)]
    [InlineData(451, false, true, false)]
    [InlineData(550, false, false, true)]
    public void the_first_digit_tells_what_to_do(int code, bool positive, bool transient, bool permanent)
    {
        var reply = Reply.Of(code, "");
        (reply.IsPositive, reply.IsTransient, reply.IsPermanent).ShouldBe((positive, transient, permanent));
    }

    internal static string Wire(Reply reply)
    {
        var output = new ArrayBufferWriter<byte>();
        reply.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
