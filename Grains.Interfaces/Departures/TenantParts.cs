using Actors.Grains.Domains;
using Actors.Grains.Listings;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;

namespace Actors.Grains.Departures;

/// <summary>The grains that hold something of a tenant, by the list they stand in.</summary>
/// <remarks>SMTP accounts are not among them: the tenant names them, also those from before there were lists.</remarks>
public static class TenantParts
{
    private static readonly Dictionary<string, Func<IGrainFactory, string, ITenantPart>> Known =
        new(StringComparer.Ordinal)
        {
            [ListingKinds.Domain] = (grains, key) => grains.GetGrain<IDomainGrain>(key),
            [ListingKinds.Subscription] = (grains, key) => grains.GetGrain<ISubscriptionGrain>(key),
            [ListingKinds.LedgerCycle] = (grains, key) => grains.GetGrain<ILedgerGrain>(key),
        };

    public static IReadOnlyCollection<string> Kinds => Known.Keys;

    /// <summary>The accounts a tenant names.</summary>
    public static IEnumerable<ITenantPart> Accounts(IGrainFactory grains, TenantView tenant) =>
        tenant.Accounts.Select(account => grains.GetGrain<ISmtpAccountGrain>($"{tenant.Id}/{account}"));

    public static ITenantPart Find(IGrainFactory grains, string kind, ListedId listed) =>
        Known[kind](grains, kind == ListingKinds.Subscription ? listed.Id : $"{listed.Tenant}/{listed.Id}");
}
