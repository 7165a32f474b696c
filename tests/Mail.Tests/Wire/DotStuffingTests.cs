using System.Buffers;
using System.Text;
using Actors.Mail.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Wire;

public sealed class DotStuffingTests
{
    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData("a\r\n", "a\r\n.\r\n")]
    [InlineData("a", "a\r\n.\r\n")]
    [InlineData("a\r", "a\r\r\n.\r\n")]
    [InlineData("a\n", "a\n\r\n.\r\n")]
    [InlineData(".\r\n", "..\r\n.\r\n")]
    [InlineData("a\r\n.\r\n.b\r\n..\r\n", "a\r\n..\r\n..b\r\n...\r\n.\r\n")]
    [InlineData("a.\r\nb\r\n", "a.\r\nb\r\n.\r\n")]
    [InlineData("a\n.\n", "a\n..\n\r\n.\r\n")]
    public void a_dot_at_a_line_start_is_doubled(string content, string wire)
    {
        for (var piece = 1; piece <= Math.Max(1, content.Length); piece++)
            Stuffed(content, piece).ShouldBe(wire, $"pieces of {piece}");
    }

    [Theory]
    [InlineData(".\r\n", "")]
    [InlineData("a\r\n.\r\n", "a\r\n")]
    [InlineData("..\r\n..b\r\n.c\r\n.\r\n", ".\r\n.b\r\nc\r\n")]
    [InlineData("\r\n\r\n.\r\n", "\r\n\r\n")]
    public void the_doubling_is_taken_back(string wire, string content)
    {
        for (var piece = 1; piece <= wire.Length; piece++)
        {
            var (text, reader, consumed) = Read(wire + "QUIT\r\n", piece);
            text.ShouldBe(content, $"pieces of {piece}");
            (reader.IsComplete, reader.Violation, consumed).ShouldBe((true, DataViolation.None, wire.Length));
            reader.Length.ShouldBe(content.Length);
        }
    }

    /// <summary>The sequences of SMTP smuggling: none of them ends the data, and each is found.</summary>
    [Theory]
    [InlineData("\n.\n", DataViolation.BareLineFeed)]
    [InlineData("\n.\r\n", DataViolation.BareLineFeed)]
    [InlineData("\r\n.\n", DataViolation.BareLineFeed)]
    [InlineData("\r.\r", DataViolation.BareCarriageReturn)]
    [InlineData("\r\n.\r", DataViolation.BareCarriageReturn)]
    [InlineData("\r.\r\n", DataViolation.BareCarriageReturn)]
    [InlineData("\r\n.\r\r\n", DataViolation.BareCarriageReturn)]
    [InlineData("\r\n\0.\r\n", DataViolation.Nul)]
    public void only_the_true_end_ends(string smuggled, DataViolation violation)
    {
        var wire = $"a{smuggled}MAIL FROM:<x@y.example>\r\n";
        for (var piece = 1; piece <= wire.Length; piece++)
        {
            var (_, reader, consumed) = Read(wire, piece);
            var seen = (reader.IsComplete, reader.Violation, consumed);
            seen.ShouldBe((false, violation, wire.Length), $"pieces of {piece}");
        }

        var (_, ended, _) = Read(wire + ".\r\n", 7);
        (ended.IsComplete, ended.Violation).ShouldBe((true, violation));
    }

    [Fact]
    public void content_beyond_the_limit_is_read_to_its_end_and_dropped()
    {
        var output = new ArrayBufferWriter<byte>();
        var reader = new DotUnstuffer(octetsMax: 4);
        reader.Read("ab\r\n.\r\n"u8, output).ShouldBe(7);
        (reader.IsComplete, reader.Violation, output.WrittenCount).ShouldBe((true, DataViolation.None, 4));
        reader.Reset();
        reader.Read("abc\r\ndef"u8, output);
        reader.Read("\r\n.\r\n"u8, output);
        (reader.IsComplete, reader.Violation, output.WrittenCount).ShouldBe((true, DataViolation.TooLarge, 4));
    }

    [Fact]
    public void whatever_is_stuffed_is_read_back()
    {
        var content = Gen.ArrayOf(Gen.Elements("a", ".", "\r\n", "..", "é")).Select(string.Concat);
        Prop.ForAll(content.ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (text, piece) =>
        {
            var expected = text.Length == 0 || text.EndsWith("\r\n", StringComparison.Ordinal) ? text : text + "\r\n";
            var (read, reader, _) = Read(Stuffed(text, piece), piece);
            return reader.IsComplete && reader.Violation == DataViolation.None && read == expected;
        }).QuickCheckThrowOnFailure();
    }

    private static string Stuffed(string content, int piece)
    {
        var output = new ArrayBufferWriter<byte>();
        var stuffer = new DotStuffer();
        foreach (var part in Encoding.UTF8.GetBytes(content).Chunk(piece))
            stuffer.Write(part, output);
        stuffer.Finish(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static (string Text, DotUnstuffer Reader, int Consumed) Read(string wire, int piece)
    {
        var output = new ArrayBufferWriter<byte>();
        var reader = new DotUnstuffer(1_000_000);
        var consumed = 0;
        foreach (var part in Encoding.UTF8.GetBytes(wire).Chunk(piece))
            consumed += reader.Read(part, output);
        return (Encoding.UTF8.GetString(output.WrittenSpan), reader, consumed);
    }
}
