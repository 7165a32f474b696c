using System.Collections.Immutable;

namespace Actors.Grains.Subscriptions;

/// <summary>A tenant's account with the operator in one cycle.</summary>
/// <param name="Opening">The balance carried over from the cycle before, in minor units: above 0 owed, below 0 to the
/// tenant's credit.</param>
[GenerateSerializer, Immutable, Alias("ledger-cycle")]
public sealed record LedgerCycle(
    BillingMonth Month, string Currency, long Opening, ImmutableArray<LedgerEntry> Entries)
{
    /// <summary>What is carried over into the next.</summary>
    public long Balance() => Opening + Entries.Sum(entry => entry.Amount);
}
