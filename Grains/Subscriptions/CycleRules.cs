using Actors.Grains.Plans;

namespace Actors.Grains.Subscriptions;

/// <summary>From one calendar month to the next.</summary>
public static class CycleRules
{
    /// <summary>A new contract, charged for the rest of the month.</summary>
    public static SubscriptionState Begin(
        PlanName plan, CustomerData customer, PlanCatalogue catalogue, DateTimeOffset now)
    {
        var price = catalogue.Of(plan).Price;
        var empty = new LedgerCycle(BillingMonth.Of(now), catalogue.Currency, 0, []);
        return new SubscriptionState
        {
            Plan = plan, PlanPrice = price, Customer = customer, Cycle = empty.Charge(price, plan.Word(), now),
        };
    }

    /// <summary>What a tenant from before there were plans has; stored with the first change.</summary>
    public static SubscriptionState BeforePlans(PlanCatalogue catalogue, DateTimeOffset now) => new()
    {
        Unlimited = true, Cycle = new LedgerCycle(BillingMonth.Of(now), catalogue.Currency, 0, []),
    };

    /// <summary>Closes every cycle that is over, with what ended with it, and opens the next: its balance is carried
    /// over, and a month is charged in advance.</summary>
    /// <returns>The same instance while the cycle runs.</returns>
    public static SubscriptionState Advance(SubscriptionState state, PlanCatalogue catalogue, DateTimeOffset now)
    {
        var month = BillingMonth.Of(now);
        while (state.Cycle.Month.Number < month.Number)
            state = Open(NoticeRules.End(state, state.Cycle.Month.Ends()), catalogue);
        return state;
    }

    private static SubscriptionState Open(SubscriptionState state, PlanCatalogue catalogue)
    {
        var over = state.Cycle;
        var at = over.Month.Ends();
        var price = state.Unlimited ? 0 : catalogue.Of(state.Plan).Price;
        var addOns = state.AddOns.Select(owned => owned with { Price = catalogue.Of(owned.Kind).Price });
        var next = new LedgerCycle(over.Month.Plus(1), over.Currency, over.Balance(), [])
            .Charge(price, state.Plan.Word(), at);
        foreach (var owned in addOns)
            next = next.Charge(owned.Price * owned.Quantity, owned.Kind.Word(), at);
        return state with
        {
            PlanPrice = price,
            AddOns = [.. addOns],
            Cycle = next,
            Unfiled = state.Unfiled.Add(over),
            EarlierReferences = [.. over.Entries.Select(entry => entry.Reference).OfType<string>()],
        };
    }
}
