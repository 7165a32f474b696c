using Actors.Grains.Plans;

namespace Actors.Grains.Subscriptions;

/// <summary>What a tenant asks the operator for.</summary>
/// <param name="Id"><c>prq_…</c></param>
/// <param name="Note">The tenant's words; may be empty.</param>
/// <param name="Reason">The operator's words to a request that was declined; else empty.</param>
[GenerateSerializer, Immutable, Alias("plan-request")]
public sealed record PlanRequest(
    string Id, PlanWish Wish, string Note, RequestStatus Status, DateTimeOffset AskedAt, DateTimeOffset? DecidedAt,
    string Reason);

/// <summary>A larger plan or more of an add-on: exactly one of both.</summary>
/// <param name="Quantity">How many there are to be in all, those the tenant has included; 0 with a plan.</param>
[GenerateSerializer, Immutable, Alias("plan-wish")]
public sealed record PlanWish(PlanName? Plan, AddOn? AddOn, int Quantity)
{
    public static PlanWish For(PlanName plan) => new(plan, null, 0);

    public static PlanWish For(AddOn addOn, int quantity) => new(null, addOn, quantity);

    /// <summary>Whether a tenant that asks for both means the later one.</summary>
    public bool Replaces(PlanWish other) => Plan is null == other.Plan is null && AddOn == other.AddOn;
}

/// <summary>Only append: numbers are stored.</summary>
public enum RequestStatus
{
    Open = 0,
    Activated = 1,
    Declined = 2,

    /// <summary>By the tenant: taken back, or another asked for instead.</summary>
    Withdrawn = 3,
}
