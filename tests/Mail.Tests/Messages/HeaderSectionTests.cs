using System.Text;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

public sealed class HeaderSectionTests
{
    [Fact]
    public void fields_are_found_where_they_stand()
    {
        var bytes = "A: 1\r\nLong: one\r\n\ttwo\r\n  three \r\nEmpty:\r\na: 2\r\n\r\nbody\r\n"u8.ToArray();
        HeaderSection.TryParse(bytes, out var header, out _).ShouldBeTrue();
        header.Fields.ToArray().Select(f => $"{Encoding.ASCII.GetString(header.Name(f))}={header.Text(f)}")
            .ShouldBe(["A=1", "Long=one\ttwo  three", "Empty=", "a=2"]);
        header.TryFind("LONG"u8, out var field).ShouldBeTrue();
        Encoding.ASCII.GetString(header.Value(field)).ShouldBe(" one\r\n\ttwo\r\n  three ");
        header.TryFind("missing"u8, out _).ShouldBeFalse();
        Encoding.ASCII.GetString(bytes.AsSpan(header.BodyStart)).ShouldBe("body\r\n");
        Encoding.ASCII.GetString(bytes.AsSpan(header.Length)).ShouldBe("\r\nbody\r\n");
    }

    [Theory]
    [InlineData("A: 1\r\n")]
    [InlineData("A: 1")]
    public void a_header_without_a_blank_line_is_all_there_is(string text)
    {
        HeaderSection.TryParse(Encoding.ASCII.GetBytes(text), out var header, out _).ShouldBeTrue();
        (header.Count, header.Length, header.BodyStart).ShouldBe((1, text.Length, text.Length));
    }

    [Theory]
    [InlineData("A: 1\n\n", HeaderProblem.InvalidOctet)]
    [InlineData("A: 1\r", HeaderProblem.InvalidOctet)]
    [InlineData("A: \0\r\n", HeaderProblem.InvalidOctet)]
    [InlineData("A\r\n", HeaderProblem.NotAField)]
    [InlineData(":\r\n", HeaderProblem.NotAField)]
    [InlineData("A B: 1\r\n", HeaderProblem.NotAField)]
    [InlineData(" A: 1\r\n", HeaderProblem.NotAField)]
    public void what_readers_disagree_about_is_a_problem(string text, HeaderProblem expected)
    {
        HeaderSection.TryParse(Encoding.ASCII.GetBytes(text), out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(expected);
    }

    [Fact]
    public void only_the_header_is_read()
    {
        byte[] bytes = [.. "A: 1\r\n\r\n"u8, .. Enumerable.Repeat((byte)'\n', 1_000_000)];
        HeaderSection.TryParse(bytes, out _, out _).ShouldBeTrue();
        HeaderSection.TryParse(Enumerable.Repeat((byte)' ', 1_000_000).ToArray(), out _, out _).ShouldBeFalse();
        HeaderSection.TryParse(Enumerable.Repeat((byte)':', 1_000_000).ToArray(), out _, out _).ShouldBeFalse();
    }
}
