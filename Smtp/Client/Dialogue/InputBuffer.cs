using System.Buffers;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>What has come in and was not read yet, in a pooled array that holds the longest line.</summary>
internal sealed class InputBuffer : IDisposable
{
    private const int Octets = ReplyLimits.ReadLineOctetsMax + 2;
    private byte[] octets = ArrayPool<byte>.Shared.Rent(Octets);
    private int start;
    private int end;

    public bool IsEmpty => start == end;

    public ReadOnlySpan<byte> Pending => octets.AsSpan(start, end - start);

    /// <summary>Where the next octets go; empty when a line is longer than lines may be.</summary>
    public Memory<byte> Room()
    {
        if (start > 0)
        {
            Pending.CopyTo(octets);
            (start, end) = (0, end - start);
        }
        return octets.AsMemory(end, Octets - end);
    }

    public void Add(int count) => end += count;

    public void Skip(int count) => start += count;

    /// <summary>Somebody may still write into the array, so it is not given back.</summary>
    public void Abandon()
    {
        octets = [];
        start = end = 0;
    }

    public void Dispose()
    {
        var returned = octets;
        Abandon();
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }
}
