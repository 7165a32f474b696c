using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;

namespace Actors.Grains.Tests.Subscriptions;

/// <summary>Contracts to try rules on.</summary>
internal static class Contracts
{
    public static readonly PlanCatalogue Catalogue = PlanTable.BuiltIn;

    public static readonly CustomerData Customer = new()
    {
        Company = "Example Ltd", Street = "1 Example Street", City = "Exampleton", PostalCode = "10001",
        Country = "GB", ContactEmail = "billing@example.org",
    };

    public static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    public static SubscriptionState On(PlanName plan, DateTimeOffset since) =>
        CycleRules.Begin(plan, Customer, Catalogue, since);

    public static SubscriptionState Done(this Decided decided)
    {
        decided.Refusal.ShouldBeNull();
        return decided.State.ShouldNotBeNull();
    }

    public static RefusalCode Refused(this Decided decided) => decided.Refusal.ShouldNotBeNull().Code;

    public static long[] Amounts(this SubscriptionState state) => [.. state.Cycle.Entries.Select(one => one.Amount)];

    public static SubscriptionState At(this SubscriptionState state, DateTimeOffset now) =>
        CycleRules.Advance(state, Catalogue, now);

    public static PlanRequest Only(this SubscriptionState state) => state.Requests.Single();
}
