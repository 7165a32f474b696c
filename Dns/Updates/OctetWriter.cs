using System.Buffers.Binary;

namespace Actors.Dns.Updates;

/// <summary>Writes the pieces of a message, in network order.</summary>
internal sealed class OctetWriter
{
    private readonly List<byte> octets = [];

    public int Length => octets.Count;

    public byte[] ToArray() => [.. octets];

    public OctetWriter UInt16(int value)
    {
        octets.Add((byte)(value >> 8));
        octets.Add((byte)value);
        return this;
    }

    public OctetWriter UInt32(uint value) => UInt16((int)(value >> 16)).UInt16((int)(value & 0xFFFF));

    /// <summary>Seconds since 1970 as TSIG has them (RFC 8945 §4.2).</summary>
    public OctetWriter UInt48(long value) => UInt16((int)(value >> 32)).UInt32((uint)value);

    public OctetWriter Bytes(ReadOnlySpan<byte> value)
    {
        octets.AddRange(value);
        return this;
    }

    /// <summary>The same message with another number of additional records (RFC 1035 §4.1.1).</summary>
    public static byte[] WithAdditional(ReadOnlySpan<byte> message, int count)
    {
        var copy = message.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(10), (ushort)count);
        return copy;
    }
}
