using System.Text;
using Actors.Mail.Replies;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Replies;

public sealed class ReplyParserTests
{
    [Theory]
    [InlineData("550 5.1.1 No such user", 550, "5.1.1", "No such user")]
    [InlineData("550-5.1.1 No such user\r\n550 5.1.1 Try another\r\n", 550, "5.1.1", "No such user\nTry another")]
    [InlineData("550-5.1.1 No such user\r\n550 Try another", 550, "5.1.1", "No such user\nTry another")]
    [InlineData("250-example.com\n250-PIPELINING\n250 SIZE 1000\n", 250, null, "example.com\nPIPELINING\nSIZE 1000")]
    [InlineData("250", 250, null, "")]
    [InlineData("250 ", 250, null, "")]
    [InlineData("250 ok", 250, null, "ok")]
    [InlineData("550 5.7.1: refused", 550, "5.7.1", ": refused")]
    [InlineData("550 5.1.1.", 550, "5.1.1", ".")]
    [InlineData("550 192.0.2.1 listed", 550, null, "192.0.2.1 listed")]
    [InlineData("550 5.7.1.2 listed", 550, null, "5.7.1.2 listed")]
    [InlineData("550-one\r\n554 two", 554, null, "one\ntwo")]
    [InlineData("452 4.2.2 full\u0007", 452, "4.2.2", "full?")]
    public void replies_as_servers_send_them_are_read(string wire, int code, string? status, string text)
    {
        Reply.TryParse(wire, out var reply).ShouldBeTrue();
        (reply.Code, reply.Status?.ToString(), reply.Text).ShouldBe((code, status, text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2500 ok")]
    [InlineData("hello there")]
    [InlineData("150 no")]
    [InlineData("600 no")]
    [InlineData("250-never ends")]
    [InlineData("250-ok\r\n550 no")]
    [InlineData("250 ok\r\n250 again")]
    [InlineData("\r\n250 ok")]
    public void anything_else_is_malformed(string? wire) => Reply.TryParse(wire, out _).ShouldBeFalse();

    [Fact]
    public void bytes_that_are_not_utf8_do_no_harm()
    {
        var parser = new ReplyParser();
        parser.Read([.. "550 caf"u8, 0xE9, 0xFF]).ShouldBe(ReplyProgress.Complete);
        parser.Reply!.Text.ShouldBe("caf\uFFFD\uFFFD");
    }

    [Fact]
    public void one_parser_reads_reply_after_reply()
    {
        var parser = new ReplyParser();
        parser.Read("250-2.1.0 a"u8).ShouldBe(ReplyProgress.More);
        parser.Read("250 2.1.0 b"u8).ShouldBe(ReplyProgress.Complete);
        parser.Read("354 go"u8).ShouldBe(ReplyProgress.Complete);
        parser.Reply.ShouldBe(Reply.Of(354, "go"));
        parser.Read("garbage"u8).ShouldBe(ReplyProgress.Malformed);
        parser.Reply.ShouldBeNull();
        parser.Read("221 2.0.0 bye"u8).ShouldBe(ReplyProgress.Complete);
    }

    [Fact]
    public void a_reply_without_end_is_malformed_at_its_line_limit()
    {
        var parser = new ReplyParser();
        for (var i = 0; i < ReplyLimits.LinesMax; i++)
            parser.Read("250-more"u8).ShouldBe(ReplyProgress.More);
        parser.Read("250-more"u8).ShouldBe(ReplyProgress.Malformed);
    }

    [Fact]
    public void a_reply_is_malformed_at_its_size_limits()
    {
        var longest = Encoding.ASCII.GetBytes("250-" + new string('x', ReplyLimits.ReadLineOctetsMax - 4));
        var parser = new ReplyParser();
        parser.Read([.. longest, (byte)'x']).ShouldBe(ReplyProgress.Malformed);
        var fits = ReplyLimits.TextOctetsMax / longest.Length;
        for (var i = 0; i < fits; i++)
            parser.Read(longest).ShouldBe(ReplyProgress.More);
        parser.Read(longest).ShouldBe(ReplyProgress.Malformed);
    }

    [Fact]
    public void what_is_written_is_read_back()
    {
        var printable = Gen.Elements(Enumerable.Range(' ', 95).Select(c => (char)c).Append('\n').ToArray());
        var text = Gen.ArrayOf(printable).Select(chars => new string(chars)).Where(t => t == TrimmedLines(t));
        var reply = text.Zip(Gen.Choose(400, 599), (t, code) =>
            new Reply(code, new EnhancedStatusCode(code / 100, 1, 2), t));
        Prop.ForAll(reply.ToArbitrary(), r => Reply.TryParse(ReplyTests.Wire(r), out var read) && read == r)
            .QuickCheckThrowOnFailure();
    }

    private static string TrimmedLines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimStart()));
}
