using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Grains.Subscriptions;
using Actors.Grains.Templates;
using Actors.Grains.Tenants;
using Actors.Grains.TestAddresses;
using Actors.Grains.Users;

namespace Actors.Grains.Departures;

/// <summary>The grains that hold something of a tenant, by the list they stand in.</summary>
public static class TenantParts
{
    private static readonly Dictionary<string, Func<IGrainFactory, string, ITenantPart>> Known =
        new(StringComparer.Ordinal)
        {
            [ListingKinds.Domain] = (grains, key) => grains.GetGrain<IDomainGrain>(key),
            [ListingKinds.Sender] = (grains, key) => grains.GetGrain<ISenderGrain>(key),
            [ListingKinds.Template] = (grains, key) => grains.GetGrain<ITemplateGrain>(key),
            [ListingKinds.Subscription] = (grains, key) => grains.GetGrain<ISubscriptionGrain>(key),
            [ListingKinds.LedgerCycle] = (grains, key) => grains.GetGrain<ILedgerGrain>(key),
        };

    public static IReadOnlyCollection<string> Kinds => Known.Keys;

    /// <summary>Those that stand in no list, each with the name it has in an export: the accounts a tenant names, and
    /// what there is one of.</summary>
    public static IEnumerable<(string Name, ITenantPart Part)> Unlisted(IGrainFactory grains, TenantView tenant)
    {
        foreach (var account in tenant.Accounts)
            yield return (ListingKinds.SmtpAccount, grains.GetGrain<ISmtpAccountGrain>($"{tenant.Id}/{account}"));
        yield return ("users", grains.GetGrain<ITenantUsersGrain>(tenant.Id));
        yield return ("test-addresses", grains.GetGrain<ITestAddressesGrain>(tenant.Id));
        yield return ("email-settings", grains.GetGrain<IEmailSettingsGrain>(tenant.Id));
        foreach (var kind in Enum.GetValues<StandardEmailKind>())
        {
            var key = TemplateKey.Of(TenantId.Parse(tenant.Id), kind);
            yield return ("standard-email", grains.GetGrain<ITemplateGrain>(key.ToString()));
        }
    }

    public static ITenantPart Find(IGrainFactory grains, string kind, ListedId listed) =>
        Known[kind](grains, kind == ListingKinds.Subscription ? listed.Id : $"{listed.Tenant}/{listed.Id}");
}
