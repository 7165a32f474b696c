namespace Actors.Grains.Subscriptions;

/// <summary>A charge or a credit.</summary>
/// <param name="Number">Within its cycle, from 1.</param>
/// <param name="Amount">In minor units: above 0 the tenant owes it, below 0 it has it to its credit.</param>
/// <param name="Item">The plan or add-on it is for; empty for what the operator booked.</param>
/// <param name="From">First day it is for.</param>
/// <param name="Until">Last day it is for.</param>
/// <param name="Note">The operator's words; empty for the platform's own entries.</param>
/// <param name="Reference">The operator's, once in a ledger: a repeated request is known by it. Null for the
/// platform's own entries.</param>
[GenerateSerializer, Immutable, Alias("ledger-entry")]
public sealed record LedgerEntry(
    int Number, LedgerKind Kind, long Amount, string Item, DateOnly From, DateOnly Until, DateTimeOffset At,
    string Note, string? Reference);

/// <summary>Why it was booked. Only append: numbers are stored.</summary>
public enum LedgerKind
{
    /// <summary>Of a plan or add-on, in advance.</summary>
    Charge = 0,

    /// <summary>What was charged for days on which the plan or add-on is not used any more.</summary>
    Unused = 1,

    /// <summary>Received by the operator.</summary>
    Payment = 2,

    /// <summary>Granted by the operator.</summary>
    Credit = 3,

    /// <summary>Anything else the operator asks for.</summary>
    Fee = 4,
}
