using System.Net;
using Actors.Grains.Ids;
using Actors.Grains.Platform;
using Actors.Grains.Ports;

namespace Actors.Silo.Platform;

/// <summary>The operator's settings as this process knows them: told by the grain, and read again every
/// second.</summary>
public sealed class PlatformDirectory : IPlatformDirectory
{
    private static readonly PlatformSettings Nothing = new(false, false, [], [], []);

    private readonly TaskCompletionSource known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot current = new(Nothing);

    /// <summary>Completes when the settings were read for the first time. A reminder may wake mail before: it waits,
    /// for without routes it would be held.</summary>
    public Task Known => known.Task;

    public bool LiveDelivery => current.LiveDelivery;

    /// <returns>The route of the domain, or of <c>*</c>; null when there is neither.</returns>
    public StaticRoute? RouteOf(string domain)
    {
        var routes = current.Routes;
        return routes.TryGetValue(domain, out var route) || routes.TryGetValue("*", out route) ? route : null;
    }

    /// <returns>The account whose trusted network the address lies in; null when it lies in none.</returns>
    public AccountKey? AccountOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var (network, account) in current.Networks)
            if (network.Contains(plain))
                return account;
        return null;
    }

    public void Update(PlatformSettings settings)
    {
        current = new Snapshot(settings);
        known.TrySetResult();
    }

    private sealed class Snapshot(PlatformSettings settings)
    {
        public bool LiveDelivery { get; } = settings.LiveDelivery;

        public Dictionary<string, StaticRoute> Routes { get; } = settings.Routes.ToDictionary(route => route.Domain);

        public (IPNetwork Network, AccountKey Account)[] Networks { get; } =
            [.. settings.TrustedNetworks.Select(trusted => (IPNetwork.Parse(trusted.Network), trusted.Account))];
    }
}
