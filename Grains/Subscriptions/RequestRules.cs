using System.Collections.Immutable;
using Actors.Grains.Plans;
using Actors.Grains.Submissions;

namespace Actors.Grains.Subscriptions;

/// <summary>A tenant asks for more, the operator decides.</summary>
public static class RequestRules
{
    /// <summary>Decided requests that are remembered.</summary>
    public const int DecidedMax = 20;

    /// <summary>A repeated request is the same request; another wish of the same kind takes its place.</summary>
    /// <param name="id">For the request, where it is a new one.</param>
    /// <returns>With <see cref="SubscriptionState.Requests"/> holding the wish, open.</returns>
    public static Decided Ask(
        SubscriptionState state, PlanWish wish, string id, string note, PlanCatalogue catalogue, DateTimeOffset now)
    {
        if (OpenFor(state, wish) is not null)
            return state;
        if (Pointless(state, wish, catalogue) is { } why)
            return Refusal.Of(RefusalCode.Conflict, why);
        if (!IsComplete(state.Customer))
            return Refusal.Of(
                RefusalCode.CustomerDataMissing,
                "The operator needs company, street, city, postal code, country and contact e-mail first.");
        var others = Decide(state, one => wish.Replaces(one.Wish), RequestStatus.Withdrawn, "", now).Requests;
        return Forget(state with
        {
            Requests = others.Add(new PlanRequest(id, wish, note, RequestStatus.Open, now, null, "")),
        });
    }

    public static PlanRequest? OpenFor(SubscriptionState state, PlanWish wish) =>
        state.Requests.FirstOrDefault(one => one.Status == RequestStatus.Open && one.Wish == wish);

    /// <summary>Carried out at once. Repeated, it changes nothing.</summary>
    public static Decided Activate(SubscriptionState state, string id, PlanCatalogue catalogue, DateTimeOffset now) =>
        Settle(state, id, RequestStatus.Activated, "", now, (before, wish) => wish.Plan is { } plan
            ? ChangeRules.ToPlan(before, plan, catalogue, now)
            : ChangeRules.ToQuantity(before, wish.AddOn!.Value, wish.Quantity, catalogue, now));

    /// <inheritdoc cref="Activate"/>
    public static Decided Decline(SubscriptionState state, string id, string reason, DateTimeOffset now) =>
        Settle(state, id, RequestStatus.Declined, reason, now, (before, _) => before);

    /// <inheritdoc cref="Activate"/>
    public static Decided Withdraw(SubscriptionState state, string id, DateTimeOffset now) =>
        Settle(state, id, RequestStatus.Withdrawn, "", now, (before, _) => before);

    /// <summary>Who goes to a smaller plan does not wait for a larger one.</summary>
    public static SubscriptionState WithdrawPlan(SubscriptionState state, DateTimeOffset now) =>
        Decide(state, one => one.Wish.Plan is not null, RequestStatus.Withdrawn, "", now);

    private static Decided Settle(
        SubscriptionState state, string id, RequestStatus status, string reason, DateTimeOffset now,
        Func<SubscriptionState, PlanWish, Decided> carryOut)
    {
        if (state.Requests.FirstOrDefault(one => one.Id == id) is not { } request)
            return Refusal.Of(RefusalCode.NotFound, "There is no such request.");
        if (request.Status == status)
            return state;
        if (request.Status != RequestStatus.Open)
            return Refusal.Of(RefusalCode.Conflict, "The request has been decided already.");
        var (carried, refusal) = carryOut(state, request.Wish);
        return refusal is null
            ? Forget(Decide(carried!, one => one.Id == id, status, reason, now))
            : refusal;
    }

    private static SubscriptionState Decide(
        SubscriptionState state, Func<PlanRequest, bool> which, RequestStatus status, string reason,
        DateTimeOffset now) => state with
        {
            Requests = [.. state.Requests.Select(one => one.Status == RequestStatus.Open && which(one)
            ? one with { Status = status, DecidedAt = now, Reason = reason }
            : one)],
        };

    private static SubscriptionState Forget(SubscriptionState state)
    {
        var decided = state.Requests.Count(one => one.Status != RequestStatus.Open);
        var surplus = Math.Max(0, decided - DecidedMax);
        var forgotten = state.Requests.Where(one => one.Status != RequestStatus.Open).Take(surplus).ToHashSet();
        return surplus == 0 ? state : state with { Requests = state.Requests.RemoveAll(forgotten.Contains) };
    }

    private static string? Pointless(SubscriptionState state, PlanWish wish, PlanCatalogue catalogue) => wish switch
    {
        { Plan: { } plan } when plan <= state.Plan =>
            $"The plan {plan.Word()} is not larger than {state.Plan.Word()}.",
        { AddOn: { } addOn } when wish.Quantity <= state.QuantityOf(addOn) =>
            $"The tenant has as many {addOn.Word()} already.",
        { AddOn: { } addOn } when wish.Quantity > catalogue.Of(addOn).QuantityMax =>
            $"A tenant may have {catalogue.Of(addOn).QuantityMax} {addOn.Word()} at most.",
        _ => null,
    };

    private static bool IsComplete(CustomerData customer) => !new[]
    {
        customer.Company, customer.Street, customer.City, customer.PostalCode, customer.Country, customer.ContactEmail,
    }.Contains("");
}
