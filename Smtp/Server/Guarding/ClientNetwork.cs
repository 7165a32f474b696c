using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Actors.Smtp.Server.Guarding;

/// <summary>What counts as one client's address: an IPv4 address, or an IPv6 /64, which is what a subscriber
/// has.</summary>
internal readonly record struct ClientNetwork(UInt128 Value)
{
    public static ClientNetwork Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address.AddressFamily == AddressFamily.InterNetwork)
            address = address.MapToIPv6();
        address.TryWriteBytes(bytes, out _);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return new(address.IsIPv4MappedToIPv6 ? value : value >> 64 << 64);
    }
}
