using System.Buffers;

namespace Actors.Smtp.Wire;

/// <summary>Splits received bytes into lines that end with CRLF and nothing else (RFC 5321 §2.3.8).</summary>
internal static class CommandLines
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    /// <summary>Takes one line off the front of <paramref name="buffer"/>.</summary>
    /// <param name="buffer">Moved behind the CRLF when a line is complete, otherwise left as it is.</param>
    /// <param name="bytesMax">Longest line, CRLF included.</param>
    /// <param name="line">The line without its CRLF; empty unless the result is
    /// <see cref="LineStatus.Complete"/>.</param>
    public static LineStatus TryTake(
        ref ReadOnlySequence<byte> buffer, int bytesMax, out ReadOnlySequence<byte> line)
    {
        line = default;
        var end = buffer.FirstSpan.IndexOfAny(Cr, Lf);
        return end >= 0 && end + 1 < buffer.FirstSpan.Length
            ? Take(ref buffer, end, buffer.FirstSpan[end], buffer.FirstSpan[end + 1], bytesMax, out line)
            : TryTakeAcross(ref buffer, bytesMax, out line);
    }

    /// <summary>The same for a line whose end lies in another segment, or has not arrived.</summary>
    private static LineStatus TryTakeAcross(
        ref ReadOnlySequence<byte> buffer, int bytesMax, out ReadOnlySequence<byte> line)
    {
        line = default;
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryAdvanceToAny([Cr, Lf], advancePastDelimiter: false))
            return buffer.Length >= bytesMax ? LineStatus.TooLong : LineStatus.Incomplete;
        var end = reader.Consumed;
        reader.TryRead(out var first);
        if (first == Lf)
            return LineStatus.BareCrOrLf;
        if (!reader.TryRead(out var second))
            return end + 1 >= bytesMax ? LineStatus.TooLong : LineStatus.Incomplete;
        return Take(ref buffer, end, first, second, bytesMax, out line);
    }

    private static LineStatus Take(
        ref ReadOnlySequence<byte> buffer, long end, byte first, byte second, int bytesMax,
        out ReadOnlySequence<byte> line)
    {
        line = default;
        if (first != Cr || second != Lf)
            return LineStatus.BareCrOrLf;
        if (end + 2 > bytesMax)
            return LineStatus.TooLong;
        line = buffer.Slice(0, end);
        buffer = buffer.Slice(end + 2);
        return LineStatus.Complete;
    }
}
