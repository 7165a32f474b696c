using System.Net;
using System.Net.Sockets;
using Actors.Dns;
using Actors.Grains.Ports;

namespace Actors.Silo.Delivery;

/// <summary>Refuses hosts that are this machine or a private network by their very name, and source addresses that are
/// not this machine's.</summary>
public sealed class EgressGuard(AddressGuard addresses, DeliveryIdentity identity) : IEgressGuard
{
    public string? Refuse(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return addresses.Allows(address) ? null : Refusal(host);
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? addresses.Allows(IPAddress.Loopback) ? null : Refusal(host)
            : null;
    }

    public string? RefuseSource(string address) => !IPAddress.TryParse(address, out var source)
        ? $"{address} is no IP address."
        : source.Equals(IPAddress.Any) || source.Equals(IPAddress.IPv6Any) || !IsOfThisHost(source)
        ? $"{address} is no address of this host."
        : source.Equals(identity.Source) ? $"{address} is the one that everybody sends from (Delivery:SourceAddress)."
        : null;

    private static bool IsOfThisHost(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Refusal(string host) =>
        $"{host} is a private or loopback address, and its network is not in the operator's Delivery:AllowedNetworks.";
}
