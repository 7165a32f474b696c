using Actors.Grains.Allowances;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Listings;
using Actors.Grains.Senders;
using Actors.Grains.SignUps;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Grains.Subscriptions;
using Actors.Grains.Templates;
using Actors.Grains.TestAddresses;
using Actors.Grains.Thresholds;
using Actors.Grains.Users;

namespace Actors.Grains.Departures;

/// <summary>The grains that hold something of a tenant, by the list they stand in.</summary>
public static class TenantParts
{
    private static readonly Dictionary<string, Func<IGrainFactory, string, ITenantPart>> Known =
        new(StringComparer.Ordinal)
        {
            [ListingKinds.SmtpAccount] = (grains, key) => grains.GetGrain<ISmtpAccountGrain>(key),
            [ListingKinds.Domain] = (grains, key) => grains.GetGrain<IDomainGrain>(key),
            [ListingKinds.Sender] = (grains, key) => grains.GetGrain<ISenderGrain>(key),
            [ListingKinds.Template] = (grains, key) => grains.GetGrain<ITemplateGrain>(key),
            [ListingKinds.Subscription] = (grains, key) => grains.GetGrain<ISubscriptionGrain>(key),
            [ListingKinds.Import] = (grains, key) => grains.GetGrain<IContactImportGrain>(key),
            [ListingKinds.LedgerCycle] = (grains, key) => grains.GetGrain<ILedgerGrain>(key),
        };

    public static IReadOnlyCollection<string> Kinds => Known.Keys;

    /// <summary>Those that stand in no list, because there is one of each, with the names they have in an
    /// export.</summary>
    public static IEnumerable<(string Name, ITenantPart Part)> Unlisted(IGrainFactory grains, TenantId tenant)
    {
        yield return ("users", grains.GetGrain<ITenantUsersGrain>(tenant.Value));
        yield return ("test-addresses", grains.GetGrain<ITestAddressesGrain>(tenant.Value));
        yield return ("forms", grains.GetGrain<ISignUpFormsGrain>(tenant.Value));
        yield return ("email-settings", grains.GetGrain<IEmailSettingsGrain>(tenant.Value));
        yield return ("health", grains.GetGrain<IThresholdGrain>(tenant.Value));
        yield return ("allowance", grains.GetGrain<IAllowanceWatchGrain>(tenant.Value));
        foreach (var kind in Enum.GetValues<StandardEmailKind>())
            yield return ("standard-email", grains.GetGrain<ITemplateGrain>(TemplateKey.Of(tenant, kind).ToString()));
    }

    public static ITenantPart Find(IGrainFactory grains, string kind, ListedId listed) =>
        Known[kind](grains, kind == ListingKinds.Subscription ? listed.Id : $"{listed.Tenant}/{listed.Id}");
}
