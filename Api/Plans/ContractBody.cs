using Actors.Grains.Plans;
using Actors.Grains.Subscriptions;

namespace Actors.Api.Plans;

/// <param name="Plan">What the tenant may use, its add-ons with it; the price is that of the plan alone.</param>
/// <param name="EndsAt">The moment at which the cancelled plan is over and startup follows; absent while it goes
/// on.</param>
/// <param name="DedicatedIps">How many were added; absent for any number.</param>
/// <param name="Requests">Open ones and the latest decided ones, oldest first.</param>
/// <param name="Cycle">The running one, such as 2030-01.</param>
/// <param name="Balance">Of the running cycle in minor units: above 0 owed, below 0 to the tenant's credit.</param>
internal sealed record ContractBody(
    PlanBody Plan,
    DateTimeOffset? EndsAt,
    int? DedicatedIps,
    IReadOnlyList<OwnedAddOnBody> AddOns,
    IReadOnlyList<PlanRequestBody> Requests,
    string Currency,
    string Cycle,
    long Balance)
{
    public static ContractBody Of(SubscriptionView view) => new(
        PlanOf(view), view.PlanEndsAt, view.Plan.DedicatedIps,
        [.. view.AddOns.Select(one => new OwnedAddOnBody(one.Kind.Word(), one.Quantity, one.Price, one.EndsAt))],
        [.. view.Requests.Select(PlanRequestBody.Of)], view.Currency, view.Month.ToString(), view.Balance);

    private static PlanBody PlanOf(SubscriptionView view) => PlanBody.Of(view.Plan.Plan, new PlanTerms(
        view.Price, view.Plan.LogRetentionDays, view.Plan.DomainsMax, view.Plan.UsersMax, view.Plan.Roles,
        view.Plan.BlacklistFile, view.Plan.MessagesPerMonth, view.Plan.ActiveContactsPerMonth)
    {
        Thresholds = view.Plan.Thresholds,
    });
}

/// <param name="Price">Of one for a calendar month.</param>
/// <param name="EndsAt">The moment at which it is over; absent while it goes on.</param>
internal sealed record OwnedAddOnBody(string Id, int Quantity, long Price, DateTimeOffset? EndsAt);

/// <param name="Plan">What is asked for; absent with an add-on.</param>
/// <param name="AddOn">What is asked for; absent with a plan.</param>
/// <param name="Quantity">Of the add-on, in all.</param>
/// <param name="Status">open, activated, declined or withdrawn.</param>
/// <param name="Reason">The operator's words to a request that was declined.</param>
internal sealed record PlanRequestBody(
    string Id, string? Plan, string? AddOn, int? Quantity, string? Note, string Status, DateTimeOffset AskedAt,
    DateTimeOffset? DecidedAt, string? Reason)
{
    public static PlanRequestBody Of(PlanRequest request) => new(
        request.Id, request.Wish.Plan?.Word(), request.Wish.AddOn?.Word(),
        request.Wish.AddOn is null ? null : request.Wish.Quantity, OrNull(request.Note), WordOf(request.Status),
        request.AskedAt, request.DecidedAt, OrNull(request.Reason));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string WordOf(RequestStatus status) => status switch
    {
        RequestStatus.Open => "open",
        RequestStatus.Activated => "activated",
        RequestStatus.Declined => "declined",
        RequestStatus.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
