using System.Buffers;
using System.Diagnostics;

namespace Actors.Smtp.Wire;

/// <summary>Bytes gathered in rented arrays: appended once, read as one sequence, given back on dispose.</summary>
/// <remarks>The first array is small, so that an ordinary message of a few kilobytes rents little; the following ones
/// double up to <see cref="SegmentBytesMax"/>, so that 25 MiB are a few hundred arrays that the shared pool
/// keeps.</remarks>
internal sealed class PooledContent : IDisposable
{
    public const int SegmentBytesMin = 4 * 1024;
    public const int SegmentBytesMax = 128 * 1024;

    private Segment? first;
    private Segment? last;

    /// <summary>Bytes appended so far.</summary>
    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var free = last is null ? default : last.Free;
            if (free.IsEmpty)
            {
                Grow();
                continue;
            }
            var taken = Math.Min(free.Length, bytes.Length);
            bytes[..taken].CopyTo(free);
            last!.Written += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Everything appended. Valid until the next <see cref="Append"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlySequence<byte> ToSequence()
    {
        if (first is null)
            return ReadOnlySequence<byte>.Empty;
        for (var segment = first; segment is not null; segment = segment.Following)
            segment.Seal();
        return new(first, 0, last!, last!.Written);
    }

    public void Dispose()
    {
        for (var segment = first; segment is not null; segment = segment.Following)
            ArrayPool<byte>.Shared.Return(segment.Array);
        first = last = null;
        Length = 0;
    }

    private void Grow()
    {
        var bytes = last is null ? SegmentBytesMin : Math.Min(last.Array.Length * 2, SegmentBytesMax);
        var segment = new Segment(ArrayPool<byte>.Shared.Rent(bytes));
        if (last is null)
            first = segment;
        else
            last.Append(segment);
        last = segment;
    }

    private sealed class Segment(byte[] array) : ReadOnlySequenceSegment<byte>
    {
        public byte[] Array { get; } = array;

        public int Written { get; set; }

        public Span<byte> Free => Array.AsSpan(Written);

        public Segment? Following => (Segment?)Next;

        public void Append(Segment next)
        {
            Debug.Assert(Written == Array.Length, "a segment is left only when it is full");
            next.RunningIndex = RunningIndex + Written;
            Next = next;
        }

        public void Seal() => Memory = Array.AsMemory(0, Written);
    }
}
