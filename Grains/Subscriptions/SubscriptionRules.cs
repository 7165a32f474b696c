using Actors.Grains.Plans;

namespace Actors.Grains.Subscriptions;

/// <summary>What becomes of a contract by a command.</summary>
public static class SubscriptionRules
{
    /// <param name="state">Of the running cycle: <see cref="CycleRules.Advance"/> comes first.</param>
    /// <param name="usage">What is used at present; only asked for a smaller plan.</param>
    /// <param name="newId">For a request, where there is a new one.</param>
    public static Decided Decide(
        SubscriptionState state, SubscriptionCommand command, PlanCatalogue catalogue, PlanUsage usage, string newId,
        DateTimeOffset now) => command switch
        {
            SubscriptionCommand.Ask ask => RequestRules.Ask(state, ask.Wish, newId, ask.Note, catalogue, now),
            SubscriptionCommand.Withdraw given => RequestRules.Withdraw(state, given.Request, now),
            SubscriptionCommand.Activate given => RequestRules.Activate(state, given.Request, catalogue, now),
            SubscriptionCommand.Decline given => RequestRules.Decline(state, given.Request, given.Reason, now),
            SubscriptionCommand.SetPlan set => ChangeRules.Set(state, set.Plan, usage, catalogue, now),
            SubscriptionCommand.SetAddOn set => ChangeRules.ToQuantity(state, set.AddOn, set.Quantity, catalogue, now),
            SubscriptionCommand.Downgrade to => ChangeRules.Downgrade(state, to.Plan, usage, catalogue, now),
            SubscriptionCommand.Cancel { AddOn: { } addOn } =>
                NoticeRules.CancelAddOn(state, addOn, now, catalogue.Notice),
            SubscriptionCommand.Cancel => NoticeRules.CancelPlan(state, now, catalogue.Notice),
            SubscriptionCommand.Keep { AddOn: { } addOn } => NoticeRules.KeepAddOn(state, addOn),
            SubscriptionCommand.Keep => NoticeRules.KeepPlan(state),
            SubscriptionCommand.Describe given => state with { Customer = given.Customer },
            SubscriptionCommand.Book given => LedgerRules.Book(state, given, now),
            _ => throw new InvalidOperationException($"unknown command {command.GetType().Name}"),
        };

    /// <summary>What the tenant may use, and how long its log is kept.</summary>
    public static PlanView View(SubscriptionState state, PlanCatalogue catalogue)
    {
        var extraDays = state.QuantityOf(AddOn.LogRetention);
        return state.Unlimited
            ? PlanLimits.Unlimited(catalogue, extraDays)
            : PlanLimits.View(
                state.Plan, catalogue.Of(state.Plan), state.QuantityOf(AddOn.DedicatedIp), extraDays);
    }

    public static SubscriptionState WithRetention(SubscriptionState state, PlanCatalogue catalogue) => state with
    {
        Retention = new LogRetention(
            state.Unlimited ? int.MaxValue : catalogue.Of(state.Plan).LogRetentionDays,
            state.QuantityOf(AddOn.LogRetention)),
    };
}
