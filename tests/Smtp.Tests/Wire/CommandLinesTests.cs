using System.IO.Pipelines;
using System.Text;
using Actors.Smtp.Wire;

namespace Actors.Smtp.Tests.Wire;

public sealed class CommandLinesTests
{
    [Theory]
    [InlineData("", "Incomplete", "")]
    [InlineData("NOOP", "Incomplete", "")]
    [InlineData("NOOP\r", "Incomplete", "")]
    [InlineData("NOOP\r\n", "Complete", "NOOP")]
    [InlineData("\r\nNOOP\r\n", "Complete", "")]
    [InlineData("NOOP\n", "BareCrOrLf", "")]
    [InlineData("NOOP\rx", "BareCrOrLf", "")]
    [InlineData("NOOP\r\r\n", "BareCrOrLf", "")]
    [InlineData("12345678\r\n", "Complete", "12345678")]
    [InlineData("123456789\r\n", "TooLong", "")]
    [InlineData("123456789", "Incomplete", "")]
    [InlineData("123456789\r", "TooLong", "")]
    [InlineData("1234567890", "TooLong", "")]
    public async Task a_line_ends_with_crlf_wherever_the_segments_end(string text, string status, string line)
    {
        for (var cut = 0; cut <= text.Length; cut++)
        {
            var pipe = new Pipe(new(minimumSegmentSize: 1));
            await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(text[..cut]));
            pipe.Writer.GetMemory(8192);   // makes the rest another segment
            await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(text[cut..]));
            await pipe.Writer.CompleteAsync();
            var buffer = (await pipe.Reader.ReadAsync()).Buffer;
            var before = buffer.Length;

            CommandLines.TryTake(ref buffer, 10, out var taken).ToString().ShouldBe(status);

            Encoding.ASCII.GetString(taken).ShouldBe(line);
            buffer.Length.ShouldBe(status == "Complete" ? before - line.Length - 2 : before);
        }
    }
}
