using Actors.Grains.Plans;
using Actors.Grains.Submissions;

namespace Actors.Grains.Subscriptions;

/// <summary>Cancelling, with a month's notice.</summary>
public static class NoticeRules
{
    /// <summary>When what is cancelled at that moment is over: the first moment after its last month, in UTC.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset givenAt, NoticePeriod period) =>
        BillingMonth.Of(givenAt).Plus(period == NoticePeriod.EndOfNextMonth ? 1 : 0).Ends();

    /// <summary>Repeated, it changes nothing: the first notice counts.</summary>
    public static Decided CancelPlan(SubscriptionState state, DateTimeOffset now, NoticePeriod period) =>
        state.Plan == PlanName.Startup
            ? Refusal.Of(
                RefusalCode.Conflict,
                "The plan startup cannot be cancelled; a tenant that leaves gives notice of that.")
            : state with { PlanEndsAt = state.PlanEndsAt ?? EndOf(now, period) };

    public static Decided KeepPlan(SubscriptionState state) => state with { PlanEndsAt = null };

    /// <inheritdoc cref="CancelPlan"/>
    public static Decided CancelAddOn(SubscriptionState state, AddOn addOn, DateTimeOffset now, NoticePeriod period) =>
        Change(state, addOn, owned => owned with { EndsAt = owned.EndsAt ?? EndOf(now, period) });

    public static Decided KeepAddOn(SubscriptionState state, AddOn addOn) =>
        Change(state, addOn, owned => owned with { EndsAt = null });

    /// <summary>Takes away what has ended.</summary>
    /// <param name="now">The first moment of a month.</param>
    public static SubscriptionState End(SubscriptionState state, DateTimeOffset now)
    {
        var planEnds = state.PlanEndsAt <= now;
        return state with
        {
            Plan = planEnds ? PlanName.Startup : state.Plan,
            PlanEndsAt = planEnds ? null : state.PlanEndsAt,
            AddOns = state.AddOns.RemoveAll(owned => owned.EndsAt <= now),
        };
    }

    private static Decided Change(SubscriptionState state, AddOn addOn, Func<OwnedAddOn, OwnedAddOn> change) =>
        state.AddOns.FirstOrDefault(owned => owned.Kind == addOn) is not { } owned
            ? Refusal.Of(RefusalCode.NotFound, $"The tenant has no add-on {addOn.Word()}.")
            : change(owned) is var changed && changed == owned
            ? state
            : state with { AddOns = state.AddOns.Replace(owned, changed) };
}
