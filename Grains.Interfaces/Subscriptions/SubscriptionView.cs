using System.Collections.Immutable;
using Actors.Grains.Plans;

namespace Actors.Grains.Subscriptions;

/// <summary>What a tenant and the operator see of the tenant's contract.</summary>
/// <param name="Price">Of the plan for a month, in minor units.</param>
/// <param name="PlanEndsAt">When the cancelled plan ends and <c>startup</c> follows; null while it goes on.</param>
/// <param name="Balance">Of the running cycle, in minor units: above 0 owed.</param>
[GenerateSerializer, Immutable, Alias("subscription-view")]
public sealed record SubscriptionView(
    PlanView Plan,
    long Price,
    string Currency,
    DateTimeOffset? PlanEndsAt,
    ImmutableArray<OwnedAddOn> AddOns,
    ImmutableArray<PlanRequest> Requests,
    CustomerData Customer,
    BillingMonth Month,
    long Balance);

/// <param name="Price">Of one for a month, in minor units.</param>
/// <param name="EndsAt">When the cancelled add-on ends; null while it goes on.</param>
[GenerateSerializer, Immutable, Alias("owned-add-on")]
public sealed record OwnedAddOn(AddOn Kind, int Quantity, long Price, DateTimeOffset? EndsAt);
