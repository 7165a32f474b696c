using Actors.Grains.Allowances;
using Actors.Grains.Departures;
using Actors.Grains.Domains;
using Actors.Grains.Imports;
using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Plans;
using Actors.Grains.Repeats;
using Actors.Grains.Senders;
using Actors.Grains.Sessions;
using Actors.Grains.SignUps;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Subscriptions;
using Actors.Grains.TestAddresses;
using Actors.Grains.Thresholds;
using Actors.Grains.Users;

namespace Actors.Grains.Alarms;

/// <summary>Finds a grain that is due by the type its state is stored under.</summary>
public static class AlarmedGrains
{
    private static readonly Dictionary<string, Func<IGrainFactory, string, IAlarmed>> Known =
        new(StringComparer.Ordinal)
        {
            ["allowancewatch"] = (grains, key) => grains.GetGrain<IAllowanceWatchGrain>(key),
            ["contactimport"] = (grains, key) => grains.GetGrain<IContactImportGrain>(key),
            ["departure"] = (grains, key) => grains.GetGrain<IDepartureGrain>(key),
            ["domain"] = (grains, key) => grains.GetGrain<IDomainGrain>(key),
            ["plancatalogue"] = (grains, key) => grains.GetGrain<IPlanCatalogueGrain>(key),
            ["repeat"] = (grains, key) => grains.GetGrain<IRepeatGrain>(key),
            ["sender"] = (grains, key) => grains.GetGrain<ISenderGrain>(key),
            ["signupentry"] = (grains, key) => grains.GetGrain<ISignUpEntryGrain>(key),
            ["signup"] = (grains, key) => grains.GetGrain<ISignUpGrain>(key),
            ["smtpaccount"] = (grains, key) => grains.GetGrain<ISmtpAccountGrain>(key),
            ["subscription"] = (grains, key) => grains.GetGrain<ISubscriptionGrain>(key),
            ["link"] = (grains, key) => grains.GetGrain<ILinkGrain>(key),
            ["person"] = (grains, key) => grains.GetGrain<IPersonGrain>(key),
            ["session"] = (grains, key) => grains.GetGrain<ISessionGrain>(key),
            ["tenantusers"] = (grains, key) => grains.GetGrain<ITenantUsersGrain>(key),
            ["threshold"] = (grains, key) => grains.GetGrain<IThresholdGrain>(key),
            ["testaddresses"] = (grains, key) => grains.GetGrain<ITestAddressesGrain>(key),
        };

    /// <returns>Null for a type that no alarm is known of.</returns>
    public static IAlarmed? Find(IGrainFactory grains, string type, string key) =>
        Known.TryGetValue(type, out var get) ? get(grains, key) : null;

    /// <summary>Every type that can be woken.</summary>
    public static IReadOnlyCollection<string> Types => Known.Keys;
}
