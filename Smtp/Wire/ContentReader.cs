using System.Buffers;

namespace Actors.Smtp.Wire;

/// <summary>Reads the content of a message after 354 (RFC 5321 §4.1.1.4, §4.5.2): finds its end, takes the stuffed dots
/// out and copies each byte once.</summary>
/// <remarks>Only CRLF "." CRLF ends the content. The search stops at CR, LF and NUL only, by vectors, and whole
/// stretches between two stuffed dots are copied at a time. The state lives between calls, so that it does not matter
/// how the bytes were cut into packets.</remarks>
internal sealed class ContentReader(long bytesMax, int lineBytesMax) : IDisposable
{
    /// <summary>The content may be this many times its limit before the reader stops waiting for its end.</summary>
    /// <remarks>Reading on lets a client that sends a moderately large message see the 552.</remarks>
    public const int EndlessFactor = 2;

    private readonly PooledContent content = new();
    private Place place = Place.LineStart;
    private ContentStatus refusal = ContentStatus.More;
    private long bytes;
    private int lineBytes;

    private enum Place
    {
        LineStart,
        InLine,
        AfterCr,
        AfterDot,
        AfterDotCr,
        End,
    }

    /// <summary>The bytes of the message as they were before dot-stuffing, without the final dot.</summary>
    public ReadOnlySequence<byte> Content => content.ToSequence();

    /// <summary>Takes what belongs to the content off the front of <paramref name="buffer"/>.</summary>
    public ContentStatus Take(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var status = TakeSpan(buffer.FirstSpan, out var taken);
            buffer = buffer.Slice(taken);
            if (status != ContentStatus.More)
                return status;
        }
        return bytes > bytesMax * EndlessFactor ? ContentStatus.Endless : ContentStatus.More;
    }

    public void Dispose() => content.Dispose();

    private ContentStatus TakeSpan(ReadOnlySpan<byte> span, out int taken)
    {
        var from = 0;   // the first byte that is content and has not been copied
        taken = 0;
        while (taken < span.Length && place != Place.End)
        {
            var at = taken;
            switch (place)
            {
                case Place.LineStart when span[at] == '.':
                    Keep(span[from..at]);
                    from = ++taken;
                    place = Place.AfterDot;
                    break;
                case Place.AfterDot when span[at] == '\r':
                    from = ++taken;
                    place = Place.AfterDotCr;
                    break;
                case Place.LineStart or Place.AfterDot or Place.InLine:
                    if (ToEndOfLine(span, ref taken) is var wrong and not ContentStatus.More)
                        return wrong;
                    break;
                default:
                    if (span[at] != '\n')
                        return ContentStatus.BareCrOrLf;
                    taken++;
                    place = place == Place.AfterDotCr ? Place.End : Place.LineStart;
                    from = place == Place.End ? taken : from;
                    break;
            }
        }
        Keep(span[from..taken]);
        return place != Place.End ? ContentStatus.More :
            refusal != ContentStatus.More ? refusal : ContentStatus.Complete;
    }

    private ContentStatus ToEndOfLine(ReadOnlySpan<byte> span, ref int taken)
    {
        var length = span[taken..].IndexOfAny((byte)'\r', (byte)'\n', (byte)0);
        if (length < 0)
        {
            place = Place.InLine;
            Count(span.Length - taken);
            taken = span.Length;
            return ContentStatus.More;
        }
        taken += length;
        if (span[taken] != '\r')
            return span[taken] == 0 ? ContentStatus.Nul : ContentStatus.BareCrOrLf;
        Count(length);
        lineBytes = 0;
        taken++;
        place = Place.AfterCr;
        return ContentStatus.More;
    }

    private void Count(int length)
    {
        lineBytes += length;
        if (lineBytes > lineBytesMax - 2)
            Refuse(ContentStatus.LineTooLong);
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        bytes += part.Length;
        if (bytes > bytesMax)
            Refuse(ContentStatus.TooLarge);
        if (refusal == ContentStatus.More)
            content.Append(part);
    }

    private void Refuse(ContentStatus why)
    {
        if (refusal == ContentStatus.More)
            refusal = why;
        content.Dispose();
    }
}
