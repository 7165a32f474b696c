using System.Net;
using System.Net.Sockets;

namespace Actors.Dns;

/// <summary>
/// Tells which addresses may be connected to on behalf of a customer or of somebody's DNS: public unicast ones, and
/// what the operator allows. Everything else (this machine, the operator's network, ranges that wrap an inner address)
/// is refused, so that nobody reaches inside by naming it. Ask about the very address that is then connected to, never
/// about a name.
/// </summary>
/// <param name="allowed">
/// Networks the operator allows in spite of the table, for example his own relay. May be empty.
/// </param>
public sealed class AddressGuard(IReadOnlyList<IPNetwork> allowed)
{
    // Multicast, and what is not globally reachable (the registries of RFC 6890 name the document of each).
    private static readonly IPNetwork[] RefusedV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),       // this network
        IPNetwork.Parse("10.0.0.0/8"),      // private
        IPNetwork.Parse("100.64.0.0/10"),   // carrier NAT
        IPNetwork.Parse("127.0.0.0/8"),     // loopback
        IPNetwork.Parse("169.254.0.0/16"),  // link-local and cloud metadata
        IPNetwork.Parse("172.16.0.0/12"),   // private
        IPNetwork.Parse("192.0.0.0/24"),    // IETF protocol assignments
        IPNetwork.Parse("192.0.2.0/24"),    // documentation
        IPNetwork.Parse("192.88.99.0/24"),  // 6to4 relays, deprecated
        IPNetwork.Parse("192.168.0.0/16"),  // private
        IPNetwork.Parse("198.18.0.0/15"),   // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"),  // documentation
        IPNetwork.Parse("224.0.0.0/4"),     // multicast
        IPNetwork.Parse("240.0.0.0/4"),     // reserved and broadcast
    ];

    // Only 2000::/3 is unicast in use. Outside lie ::1, v4-mapped, NAT64 64:ff9b::/96, fc00::/7, fe80::/10, ff00::/8.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] RefusedV6 =
    [
        IPNetwork.Parse("2001::/23"),     // IETF protocol assignments with Teredo and ORCHID
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("3fff::/20"),     // documentation
    ];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16"); // RFC 3056

    /// <summary>Nothing allowed beyond the table.</summary>
    public static AddressGuard Strict { get; } = new([]);

    /// <summary>Whether the address may be connected to: public, or within an allowed network.</summary>
    public bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) // IPNetwork would take it for its inner address
            return false;
        foreach (var network in allowed)
        {
            if (network.Contains(address))
                return true;
        }
        return IsPublic(address);
    }

    /// <summary>Whether the address is a public unicast one, by the table alone.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Any(RefusedV4, address);
        if (address.IsIPv4MappedToIPv6 || !GlobalV6.Contains(address) || Any(RefusedV6, address))
            return false;
        return !SixToFour.Contains(address) || IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(2, 4)));
    }

    private static bool Any(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
                return true;
        }
        return false;
    }
}
