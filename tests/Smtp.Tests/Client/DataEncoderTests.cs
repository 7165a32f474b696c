using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Actors.Mail.Wire;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Tests.Client;

public sealed class DataEncoderTests
{
    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData("a", "a\r\n.\r\n")]
    [InlineData("a\r\n", "a\r\n.\r\n")]
    [InlineData(".", "..\r\n.\r\n")]
    [InlineData(".\r\n", "..\r\n.\r\n")]
    [InlineData("..\r\n", "...\r\n.\r\n")]
    [InlineData("a\r\n.b\r\n", "a\r\n..b\r\n.\r\n")]
    [InlineData("a.\r\n", "a.\r\n.\r\n")]
    [InlineData("a\n.\nb", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\n.\r\nb", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\r\n.\nb", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\r.\rb", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\r\r\nb", "a\r\n\r\nb\r\n.\r\n")]
    [InlineData("a\r", "a\r\n.\r\n")]
    [InlineData("\r\n.\r\r\nb", "\r\n..\r\n\r\nb\r\n.\r\n")]
    public void dots_are_doubled_and_line_ends_made_whole(string content, string wire)
    {
        Encode(Encoding.ASCII.GetBytes(content), []).ShouldBe(wire);
        Encode(Encoding.ASCII.GetBytes(content), Enumerable.Range(0, content.Length)).ShouldBe(wire);
    }

    [Fact]
    public void whatever_the_content_and_however_cut_it_arrives_with_whole_lines()
    {
        const int seed = 4711;
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var content = new byte[random.Next(40)];
            foreach (ref var octet in content.AsSpan())
                octet = random.Next(2) == 0 ? "\r\n."u8[random.Next(3)] : (byte)random.Next(1, 256);
            var wire = Encode(content, Enumerable.Range(0, content.Length).Where(_ => random.Next(3) == 0));

            var unstuffer = new DotUnstuffer(long.MaxValue);
            var received = new ArrayBufferWriter<byte>();
            var octets = Encoding.Latin1.GetBytes(wire);
            var because = $"seed {seed}, round {i}, {Convert.ToHexString(content)}";
            unstuffer.Read(octets, received).ShouldBe(octets.Length, because);
            unstuffer.IsComplete.ShouldBeTrue(because);
            unstuffer.Violation.ShouldBe(DataViolation.None, because);
            Encoding.Latin1.GetString(received.WrittenSpan)
                .ShouldBe(Normal(Encoding.Latin1.GetString(content)), because);
        }
    }

    private static string Normal(string content)
    {
        var whole = Regex.Replace(content, "\r\n|\r|\n", "\r\n");
        return whole.Length == 0 || whole.EndsWith("\r\n", StringComparison.Ordinal) ? whole : whole + "\r\n";
    }

    private static string Encode(byte[] content, IEnumerable<int> cuts)
    {
        using var output = new OutputBuffer();
        var encoder = new DataEncoder();
        var at = 0;
        foreach (var cut in cuts)
        {
            encoder.Write(content.AsSpan(at, cut - at), output);
            at = cut;
        }
        encoder.Write(content.AsSpan(at), output);
        encoder.Finish(output);
        return Encoding.Latin1.GetString(output.Written.Span);
    }
}
