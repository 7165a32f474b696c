using Actors.Grains.Departures;

namespace Actors.Grains.Subscriptions;

/// <summary>A cycle of a tenant's ledger that is over, for good.</summary>
/// <remarks>Key: the tenant's id, a slash and the month, as <see cref="LedgerKey"/> makes it.</remarks>
[Alias("ledger")]
public interface ILedgerGrain : ITenantPart
{
    /// <summary>Repeating it changes nothing.</summary>
    Task File(LedgerCycle cycle);

    /// <returns>Null when there is none of that month.</returns>
    [ReadOnly]
    Task<LedgerCycle?> Get();
}
