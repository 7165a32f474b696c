using System.Buffers.Binary;

namespace Actors.Dns.Messages;

/// <summary>
/// Reads the pieces of a message that may come from anybody. Every read says whether the octets were there; nothing
/// throws, nothing loops: a compression pointer must lead to an earlier place than the one before (RFC 1035 §4.1.4).
/// </summary>
internal ref struct MessageReader(ReadOnlySpan<byte> message)
{
    /// <summary>Pointers followed for one name: it cannot have more labels than octets for them.</summary>
    public const int PointersMax = DnsName.WireOctetsMax / 2;

    private readonly ReadOnlySpan<byte> message = message;

    public int Position { get; private set; }

    public bool TryReadUInt16(out ushort value) =>
        TryTake(2, out var octets) ? BinaryPrimitives.TryReadUInt16BigEndian(octets, out value) : (value = 0) != 0;

    public bool TryReadUInt32(out uint value) =>
        TryTake(4, out var octets) ? BinaryPrimitives.TryReadUInt32BigEndian(octets, out value) : (value = 0) != 0;

    public bool TryTake(int length, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        if (length < 0 || message.Length - Position < length)
            return false;
        octets = message.Slice(Position, length);
        Position += length;
        return true;
    }

    public bool TryReadName(out DnsName name)
    {
        name = DnsName.Root;
        Span<byte> wire = stackalloc byte[DnsName.WireOctetsMax];
        var length = 0;
        var at = Position;
        var earliest = Position;
        var pointers = 0;
        while (at < message.Length)
        {
            var octet = message[at];
            if ((octet & 0xC0) == 0xC0)
            {
                if (at + 1 >= message.Length)
                    return false;
                var target = ((octet & 0x3F) << 8) | message[at + 1];
                if (target >= earliest || ++pointers > PointersMax)
                    return false;
                if (pointers == 1)
                    Position = at + 2;
                earliest = at = target;
                continue;
            }
            if (octet > DnsName.LabelOctetsMax || at + 1 + octet > message.Length || length + 1 + octet > wire.Length)
                return false;
            message.Slice(at, octet + 1).CopyTo(wire[length..]);
            length += octet + 1;
            at += octet + 1;
            if (octet != 0)
                continue;
            if (pointers == 0)
                Position = at;
            name = DnsName.FromWire(wire[..length]);
            return true;
        }
        return false;
    }
}
