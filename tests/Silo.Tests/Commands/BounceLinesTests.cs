using System.Text;
using Actors.Silo.Commands;

namespace Actors.Silo.Tests.Commands;

public sealed class BounceLinesTests
{
    [Fact]
    public void each_line_gets_one_answer_the_empty_and_the_last_too() =>
        Answers("550 5.1.1 User unknown\r\n\n552 5.2.2 full").ShouldBe(
        [
            "Invalid recipient\thard\trecipient\trecipient.unknown",
            "Undetermined\tsoft\tsystem\ttext.unknown",
            "Mailbox full\tsoft\trecipient\tmailbox.status",
        ]);

    [Fact]
    public void no_input_gets_no_answer() => Answers("").ShouldBeEmpty();

    [Fact]
    public void a_line_end_at_the_end_begins_no_line() => Answers("550 no\n").Length.ShouldBe(1);

    [Fact]
    public void an_enormous_line_gets_one_answer_and_so_does_the_next()
    {
        var line = "550 5.1.1 User unknown " + new string('x', 3 * 1024 * 1024);
        Answers(line + "\n552 5.2.2 full\n").Select(answer => answer.Split('\t')[0])
            .ShouldBe(["Invalid recipient", "Mailbox full"]);
    }

    [Fact]
    public void lines_that_come_byte_by_byte_are_answered_alike()
    {
        var output = new StringWriter();
        BounceLines.Classify(new ByteByByte("550 5.1.1 User unknown\n421 later\n"u8.ToArray()), output);
        output.ToString().ShouldBe(string.Join('\n', Answers("550 5.1.1 User unknown\n421 later\n")) + "\n");
    }

    [Fact]
    public void bytes_that_are_not_utf8_do_no_harm()
    {
        var output = new StringWriter();
        BounceLines.Classify(new MemoryStream([0xFF, 0x00, 0xC3, (byte)'\n', 0xED, 0xA0, 0x80]), output);
        output.ToString().Count(c => c == '\n').ShouldBe(2);
    }

    private static string[] Answers(string input)
    {
        var output = new StringWriter();
        BounceLines.Classify(new MemoryStream(Encoding.UTF8.GetBytes(input)), output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class ByteByByte(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
