using System.Buffers;
using System.Runtime.InteropServices;

namespace Actors.Engine.Serialization;

/// <summary>Collects the bytes of a message.</summary>
internal sealed class WireWriter
{
    /// <summary>Values inside values; more means that one contains itself.</summary>
    public const int DepthMax = 200;

    private readonly ArrayBufferWriter<byte> bytes = new();
    private int depth;

    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public void Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }

    /// <summary>Seven bits to a byte, low bits first.</summary>
    public void Unsigned(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    /// <summary>Small numbers of either sign are short.</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Unsigned((ulong)value.Length);
        bytes.Write(value);
    }

    /// <summary>UTF-16, so that even half a surrogate pair comes back as it was.</summary>
    public void Text(string value) => Bytes(MemoryMarshal.AsBytes(value.AsSpan()));

    public void Enter()
    {
        if (++depth > DepthMax)
            throw new InvalidDataException($"Nested deeper than {DepthMax} values: does a value contain itself?");
    }

    public void Leave() => depth--;
}
