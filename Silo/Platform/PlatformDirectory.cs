using System.Collections.Immutable;
using System.Net;
using Actors.Grains.Ids;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Reports.ReturnPaths;

namespace Actors.Silo.Platform;

/// <summary>The operator's settings as this process knows them: told by the grain, and read again every
/// second.</summary>
public sealed class PlatformDirectory : IPlatformDirectory
{
    private static readonly PlatformSettings Nothing = new(false, false, [], [], []);

    private readonly TaskCompletionSource known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot current = new(Nothing, null);

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

    /// <returns>The tenants whose return paths bear the tag: one as a rule, which the MAC then proves.</returns>
    public ImmutableArray<TenantId> TenantsOf(uint tag) =>
        current.Tenants.TryGetValue(tag, out var tenants) ? tenants : [];

    public void Update(PlatformSettings settings)
    {
        current = new Snapshot(settings, current);
        known.TrySetResult();
    }

    private sealed class Snapshot(PlatformSettings settings, Snapshot? before)
    {
        private readonly ImmutableArray<TenantId> all = settings.Tenants;

        /// <summary>By tag, the platform's own among them, whose mail comes back like any other. Made anew only when
        /// there are others: settings are read every second.</summary>
        public Dictionary<uint, ImmutableArray<TenantId>> Tenants { get; } =
            before is not null && before.all == settings.Tenants ? before.Tenants : ByTag(settings.Tenants);

        public bool LiveDelivery { get; } = settings.LiveDelivery;

        public Dictionary<string, StaticRoute> Routes { get; } = settings.Routes.ToDictionary(route => route.Domain);

        public (IPNetwork Network, AccountKey Account)[] Networks { get; } =
            [.. settings.TrustedNetworks.Select(trusted => (IPNetwork.Parse(trusted.Network), trusted.Account))];

        private static Dictionary<uint, ImmutableArray<TenantId>> ByTag(ImmutableArray<TenantId> tenants) => tenants
            .Append(PlatformSender.Tenant).Distinct().GroupBy(tenant => ReturnPathToken.TagOf(tenant.Value))
            .ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }
}
