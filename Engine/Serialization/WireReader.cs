using System.Runtime.InteropServices;

namespace Actors.Engine.Serialization;

/// <summary>Takes the bytes of a message apart. Bytes that end too early are an InvalidDataException.</summary>
internal sealed class WireReader(ReadOnlyMemory<byte> bytes)
{
    private int position;

    public bool IsAtEnd => position == bytes.Length;

    public byte Byte() => Take(1)[0];

    public ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Byte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }

        throw new InvalidDataException("A number has more than 64 bits.");
    }

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number of things, each of which takes at least a byte unless it is empty.</summary>
    public int Count() => checked((int)Unsigned());

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    public string Text() => new(MemoryMarshal.Cast<byte, char>(Bytes()));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - position)
            throw new InvalidDataException("The message ends too early.");
        var taken = bytes.Span.Slice(position, count);
        position += count;
        return taken;
    }
}
