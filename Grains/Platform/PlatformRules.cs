using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Actors.Grains.Ids;

namespace Actors.Grains.Platform;

/// <summary>What the operator may set.</summary>
public static class PlatformRules
{
    /// <summary>The widest network that may submit without AUTH, in bits of prefix: no provider gives a customer
    /// more, and a wider one is a slip that makes an open relay.</summary>
    public const int WidestIPv4 = 8;

    /// <inheritdoc cref="WidestIPv4"/>
    public const int WidestIPv6 = 32;

    public static ImmutableArray<StaticRoute> WithRoute(ImmutableArray<StaticRoute> routes, StaticRoute route) =>
        [.. routes.Where(other => other.Domain != route.Domain), route];

    /// <returns>The networks with the account's replaced, or why they cannot be.</returns>
    public static (ImmutableArray<TrustedNetwork> Networks, string? Refusal) WithNetworks(
        ImmutableArray<TrustedNetwork> networks, AccountKey account, ImmutableArray<string> replacement)
    {
        var others = networks.Where(network => network.Account != account).ToImmutableArray();
        foreach (var text in replacement)
        {
            if (!IPNetwork.TryParse(text, out var network))
                return (networks, $"'{text}' is not a network in CIDR form, such as 192.0.2.0/24.");
            if (network.PrefixLength < WidestOf(network))
                return (networks, $"The network {text} is too wide: at most a /{WidestOf(network)} may be trusted.");
            if (others.Any(other => Overlap(IPNetwork.Parse(other.Network), network)))
                return (networks, $"The network {text} overlaps with one of another account.");
        }
        return ([.. others, .. replacement.Select(text => new TrustedNetwork(text, account))], null);
    }

    private static int WidestOf(IPNetwork network) =>
        network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? WidestIPv4 : WidestIPv6;

    private static bool Overlap(IPNetwork a, IPNetwork b) => a.Contains(b.BaseAddress) || b.Contains(a.BaseAddress);
}
