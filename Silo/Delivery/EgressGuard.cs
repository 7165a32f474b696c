using System.Net;
using Actors.Dns;
using Actors.Grains.Ports;

namespace Actors.Silo.Delivery;

/// <summary>Refuses hosts that are this machine or a private network by their very name.</summary>
public sealed class EgressGuard(AddressGuard addresses) : IEgressGuard
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

    private static string Refusal(string host) =>
        $"{host} is a private or loopback address. Allow its network in Delivery:AllowedNetworks first.";
}
