using System.Buffers;
using System.Text;
using Actors.Smtp.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Smtp.Tests.Wire;

public sealed class ContentReaderTests
{
    /// <summary>However a message is cut into packets, what comes out is what was stuffed, and what follows is
    /// untouched.</summary>
    [Fact]
    public void unstuffing_takes_back_what_stuffing_did()
    {
        var bytes = Gen.Elements((byte)'.', (byte)'a', (byte)'b', (byte)0xE4);
        var line = Gen.ArrayOf(bytes);
        var message = Gen.ListOf(line).ToArbitrary();
        var cuts = Gen.ListOf(Gen.Choose(1, 9)).ToArbitrary();
        Prop.ForAll(message, cuts, (lines, sizes) =>
        {
            var plain = lines.SelectMany(l => l.Concat("\r\n"u8.ToArray())).ToArray();
            byte[] wire = [.. lines.SelectMany(Stuffed), .. ".\r\nQUIT\r\n"u8];
            var (status, content, rest) = Read(wire, [.. sizes]);
            return status == ContentStatus.Complete && content.SequenceEqual(plain) && rest == "QUIT\r\n";
        }).QuickCheckThrowOnFailure();

        static IEnumerable<byte> Stuffed(byte[] line) =>
            line is [(byte)'.', ..] ? [(byte)'.', .. line, .. "\r\n"u8] : [.. line, .. "\r\n"u8];
    }

    /// <summary>The reader against the plainest possible one, over bytes of which most are dangerous.</summary>
    [Fact]
    public void any_bytes_give_what_a_plain_reader_gives()
    {
        var bytes = Gen.ArrayOf(Gen.Elements((byte)'.', (byte)'\r', (byte)'\n', (byte)'a', (byte)0)).ToArbitrary();
        var pairs = Gen.ListOf(Gen.Elements("\r\n", "\r\n", "\r\n.", ".", "a", "\r", "\n", "\0")).ToArbitrary();
        var cuts = Gen.ListOf(Gen.Choose(1, 4)).ToArbitrary();
        Prop.ForAll(bytes, cuts, (wire, sizes) => Agrees(wire, sizes)).QuickCheckThrowOnFailure();
        Prop.ForAll(pairs, cuts, (parts, sizes) => Agrees(Encoding.ASCII.GetBytes(string.Concat(parts)), sizes))
            .QuickCheckThrowOnFailure();

        static bool Agrees(byte[] wire, IList<int> sizes)
        {
            var (status, content, _) = Read(wire, [.. sizes]);
            var (expected, plain) = PlainRead(Encoding.Latin1.GetString(wire));
            return status == expected
                && (status != ContentStatus.Complete || Encoding.Latin1.GetString(content) == plain);
        }
    }

    [Fact]
    public void a_large_message_comes_back_whole_from_many_segments()
    {
        var line = Encoding.ASCII.GetBytes(new string('x', 998) + "\r\n");
        var wire = Enumerable.Repeat(line, 3_000).SelectMany(l => l).Concat(".\r\n"u8.ToArray()).ToArray();
        var (status, content, _) = Read(wire, [4096]);
        status.ShouldBe(ContentStatus.Complete);
        content.AsSpan().SequenceEqual(wire.AsSpan(..^3)).ShouldBeTrue();
    }

    private static (ContentStatus Status, byte[] Content, string Behind) Read(byte[] wire, int[] sizes)
    {
        using var reader = new ContentReader(10_000_000, 10_000);
        var at = 0;
        for (var turn = 0; at < wire.Length; turn++)
        {
            var size = sizes.Length == 0 ? wire.Length : sizes[turn % sizes.Length];
            var packet = new ReadOnlySequence<byte>(wire.AsMemory(at, Math.Min(size, wire.Length - at)));
            at += (int)packet.Length;
            var status = reader.Take(ref packet);
            if (status != ContentStatus.More)
            {
                var behind = Encoding.Latin1.GetString(wire.AsSpan(at - (int)packet.Length));
                return (status, reader.Content.ToArray(), behind);
            }
        }
        return (ContentStatus.More, [], "");
    }

    /// <summary>One character after the other: the first that is wrong decides.</summary>
    private static (ContentStatus Status, string Content) PlainRead(string wire)
    {
        var content = new StringBuilder();
        var line = new StringBuilder();
        for (var i = 0; i < wire.Length; i++)
        {
            if (wire[i] == '\0')
                return (i > 0 && wire[i - 1] == '\r' ? ContentStatus.BareCrOrLf : ContentStatus.Nul, "");
            if (i > 0 && wire[i - 1] == '\r' && wire[i] != '\n')
                return (ContentStatus.BareCrOrLf, "");
            if (wire[i] == '\n' && (i == 0 || wire[i - 1] != '\r'))
                return (ContentStatus.BareCrOrLf, "");
            line.Append(wire[i]);
            if (wire[i] != '\n')
                continue;
            if (line.ToString() == ".\r\n")
                return (ContentStatus.Complete, content.ToString());
            content.Append(line[0] == '.' ? line.ToString(1, line.Length - 1) : line.ToString());
            line.Clear();
        }
        return (ContentStatus.More, "");
    }
}
