using System.Collections.Immutable;
using Actors.Grains.Plans;
using Actors.Grains.Submissions;

namespace Actors.Grains.Subscriptions;

/// <summary>From one plan to another and from one quantity of an add-on to another, at once.</summary>
/// <remarks>The rest of the month is charged at the new price, and what was charged for it before is given back; what
/// is then left is carried into the next cycle.</remarks>
public static class ChangeRules
{
    /// <summary>Any plan to any other; takes a notice back, for there is a new contract.</summary>
    public static SubscriptionState ToPlan(
        SubscriptionState state, PlanName plan, PlanCatalogue catalogue, DateTimeOffset now)
    {
        if (plan == state.Plan && !state.Unlimited)
            return state;
        var price = catalogue.Of(plan).Price;
        return state with
        {
            Plan = plan,
            Unlimited = false,
            PlanPrice = price,
            PlanEndsAt = null,
            Cycle = state.Cycle.GiveBack(state.PlanPrice, state.Plan.Word(), now).Charge(price, plan.Word(), now),
        };
    }

    /// <summary>To a smaller one of the first three plans, where what is used has room.</summary>
    public static Decided Downgrade(
        SubscriptionState state, PlanName plan, PlanUsage usage, PlanCatalogue catalogue, DateTimeOffset now)
    {
        if (plan == state.Plan)
            return state;
        if (plan > state.Plan)
            return Refused($"The plan {plan.Word()} is larger than {state.Plan.Word()}: ask for it.");
        if (state.Plan == PlanName.Enterprise)
            return Refused("The plan enterprise ends by notice, not by a downgrade.");
        return Fit(state, plan, usage, catalogue) is { } exceeding
            ? exceeding
            : RequestRules.WithdrawPlan(ToPlan(state, plan, catalogue, now), now);
    }

    /// <summary>By the operator: to any plan with room for what is used; open requests for a plan go with it.</summary>
    public static Decided Set(
        SubscriptionState state, PlanName plan, PlanUsage usage, PlanCatalogue catalogue, DateTimeOffset now) =>
        plan < state.Plan && Fit(state, plan, usage, catalogue) is { } exceeding
            ? exceeding
            : RequestRules.WithdrawPlan(ToPlan(state, plan, catalogue, now), now);

    /// <returns>Null when what is used has room in the plan, else a refusal that lists what has not.</returns>
    public static Refusal? Fit(SubscriptionState state, PlanName plan, PlanUsage usage, PlanCatalogue catalogue)
    {
        var view = PlanLimits.View(
            plan, catalogue.Of(plan), state.QuantityOf(AddOn.DedicatedIp), state.QuantityOf(AddOn.LogRetention));
        ImmutableArray<FieldError> exceeding = [.. PlanLimits.Exceeding(view, usage)];
        return exceeding.IsEmpty ? null : new Refusal(
            RefusalCode.ExceedsPlan, $"More is in use than the plan {plan.Word()} includes.", exceeding);
    }

    /// <param name="quantity">0 takes it away. A notice is taken back by a larger quantity.</param>
    public static Decided ToQuantity(
        SubscriptionState state, AddOn addOn, int quantity, PlanCatalogue catalogue, DateTimeOffset now)
    {
        var terms = catalogue.Of(addOn);
        var owned = state.AddOns.FirstOrDefault(one => one.Kind == addOn);
        if (quantity == (owned?.Quantity ?? 0))
            return state;
        if (quantity > terms.QuantityMax)
            return Refused($"A tenant may have {terms.QuantityMax} {addOn.Word()} at most.");
        var others = state.AddOns.RemoveAll(one => one.Kind == addOn);
        var cycle = owned is null
            ? state.Cycle
            : state.Cycle.GiveBack(owned.Price * owned.Quantity, addOn.Word(), now);
        return state with
        {
            AddOns = quantity == 0 ? others : others.Add(new OwnedAddOn(
                addOn, quantity, terms.Price, quantity > owned?.Quantity ? null : owned?.EndsAt)),
            Cycle = cycle.Charge(terms.Price * quantity, addOn.Word(), now),
        };
    }

    private static Refusal Refused(string why) =>
        Refusal.Of(RefusalCode.Conflict, why);
}
