using Actors.Grains.Domains;
using Actors.Grains.Listings;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Subscriptions;

namespace Actors.Grains.Departures;

/// <summary>The grains that hold something of a tenant, by the list they stand in.</summary>
public static class TenantParts
{
    private static readonly Dictionary<string, Func<IGrainFactory, string, ITenantPart>> Known =
        new(StringComparer.Ordinal)
        {
            [ListingKinds.SmtpAccount] = (grains, key) => grains.GetGrain<ISmtpAccountGrain>(key),
            [ListingKinds.Domain] = (grains, key) => grains.GetGrain<IDomainGrain>(key),
            [ListingKinds.Subscription] = (grains, key) => grains.GetGrain<ISubscriptionGrain>(key),
            [ListingKinds.LedgerCycle] = (grains, key) => grains.GetGrain<ILedgerGrain>(key),
        };

    public static IReadOnlyCollection<string> Kinds => Known.Keys;

    public static ITenantPart Find(IGrainFactory grains, string kind, ListedId listed) =>
        Known[kind](grains, kind == ListingKinds.Subscription ? listed.Id : $"{listed.Tenant}/{listed.Id}");
}
