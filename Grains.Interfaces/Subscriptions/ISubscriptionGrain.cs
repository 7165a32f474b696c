using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Plans;

namespace Actors.Grains.Subscriptions;

/// <summary>A tenant's contract with the operator: plan, add-ons, requests, notices and the running cycle of its
/// ledger.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>. A tenant from before there were plans has one without limits and charges
/// until it is put on a plan.</remarks>
[Alias("subscription")]
public interface ISubscriptionGrain : IAlarmed, ITenantPart
{
    /// <summary>Makes the contract, charged from today. Repeating it changes nothing.</summary>
    Task Begin(PlanName plan, CustomerData customer);

    /// <remarks>This and the next two are answered also while a command waits for others: those may be asking
    /// themselves.</remarks>
    [ReadOnly, AlwaysInterleave]
    Task<Answer<SubscriptionView>> Get();

    /// <summary>What the tenant may use at this moment; while the plan is being changed, what both have room
    /// for.</summary>
    [ReadOnly, AlwaysInterleave]
    Task<PlanView> Plan();

    /// <summary>The running cycle.</summary>
    [ReadOnly, AlwaysInterleave]
    Task<LedgerCycle> Cycle();

    /// <param name="command">What is asked for.</param>
    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    Task<Answer<SubscriptionView>> Apply(SubscriptionCommand command, string? ifMatch);
}
