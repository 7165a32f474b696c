using Actors.Grains.Subscriptions;

namespace Actors.Api.Ledgers;

/// <param name="Cycle">A calendar month in UTC, such as 2030-01.</param>
/// <param name="Opening">Carried over from the cycle before, in minor units: above 0 owed, below 0 to the tenant's
/// credit.</param>
/// <param name="Balance">Carried over into the next.</param>
internal sealed record LedgerBody(
    string Cycle, string Currency, long Opening, IReadOnlyList<LedgerEntryBody> Entries, long Balance)
{
    public static LedgerBody Of(LedgerCycle cycle) => new(
        cycle.Month.ToString(), cycle.Currency, cycle.Opening, [.. cycle.Entries.Select(LedgerEntryBody.Of)],
        cycle.Balance());
}

/// <param name="Number">Within the cycle, from 1.</param>
/// <param name="Kind">charge, unused, payment, credit or fee.</param>
/// <param name="Amount">In minor units: above 0 owed, below 0 to the tenant's credit.</param>
/// <param name="Item">The plan or add-on it is for; absent for what the operator booked.</param>
/// <param name="From">First day it is for.</param>
/// <param name="Until">Last day it is for.</param>
internal sealed record LedgerEntryBody(
    int Number, string Kind, long Amount, string? Item, DateOnly From, DateOnly Until, DateTimeOffset At, string? Note,
    string? Reference)
{
    public static LedgerEntryBody Of(LedgerEntry entry) => new(
        entry.Number, LedgerWords.Of(entry.Kind), entry.Amount, OrNull(entry.Item), entry.From, entry.Until, entry.At,
        OrNull(entry.Note), entry.Reference);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
