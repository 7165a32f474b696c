using System.Buffers;
using System.Globalization;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>Gathers what goes out in one write, in a pooled array.</summary>
internal sealed class OutputBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialOctets = 4096;
    private byte[] octets = ArrayPool<byte>.Shared.Rent(InitialOctets);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => octets.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return octets.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return octets.AsSpan(Length);
    }

    public OutputBuffer Add(ReadOnlySpan<byte> more)
    {
        Reserve(more.Length);
        more.CopyTo(octets.AsSpan(Length));
        Length += more.Length;
        return this;
    }

    public OutputBuffer Add(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, octets.AsSpan(Length));
        return this;
    }

    public OutputBuffer Add(long number)
    {
        Reserve(20);
        number.TryFormat(octets.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>
    /// In angle brackets; null is the null reverse-path. The types hold no CR or LF, so no command slips in.
    /// </summary>
    public OutputBuffer AddPath(EmailAddress? address)
    {
        Add("<"u8);
        if (address is not null)
            Add(address.LocalPart).Add("@"u8).Add(address.Domain.Ascii);
        return Add(">"u8);
    }

    /// <summary>Somebody may still read the array, so it is not given back.</summary>
    public void Abandon()
    {
        octets = [];
        Length = 0;
    }

    public void Dispose()
    {
        var returned = octets;
        Abandon();
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }

    private void Reserve(int more)
    {
        var needed = Length + Math.Max(more, 1);
        if (needed <= octets.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, octets.Length * 2));
        octets.AsSpan(0, Length).CopyTo(larger);
        var returned = octets;
        octets = larger;
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }
}
