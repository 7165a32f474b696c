using Actors.Grains.Submissions;

namespace Actors.Grains.Subscriptions;

/// <summary>A cycle's entries. Whatever is charged for a month is charged in advance, by days.</summary>
public static class LedgerRules
{
    /// <summary>The share of a month's price for the days from that one to the month's last, both counted, rounded to
    /// the nearest minor unit, a half up.</summary>
    public static long Share(long price, DateOnly from)
    {
        var days = BillingMonth.Of(from).Days();
        var left = days - from.Day + 1;
        return ((price * left * 2) + days) / (2 * days);
    }

    /// <summary>Nothing is booked for nothing.</summary>
    public static LedgerCycle Charge(this LedgerCycle cycle, long price, string item, DateTimeOffset now) =>
        cycle.Book(LedgerKind.Charge, Share(price, DayOf(now)), item, now);

    /// <summary>Gives back the share of what was charged for days that are still to come, today with them.</summary>
    public static LedgerCycle GiveBack(this LedgerCycle cycle, long price, string item, DateTimeOffset now) =>
        cycle.Book(LedgerKind.Unused, -Share(price, DayOf(now)), item, now);

    /// <summary>Books what the operator says. The same reference with the same amount is the same entry.</summary>
    public static Decided Book(SubscriptionState state, SubscriptionCommand.Book command, DateTimeOffset now)
    {
        var cycle = state.Cycle;
        if (cycle.Entries.FirstOrDefault(one => one.Reference == command.Reference) is { } booked)
            return booked.Kind == command.Kind && booked.Amount == command.Amount ? state : Taken;
        if (state.EarlierReferences.Contains(command.Reference))
            return Taken;
        if (cycle.Entries.Length >= LedgerLimits.EntriesMax)
            return Refusal.Of(RefusalCode.Conflict, $"A cycle has at most {LedgerLimits.EntriesMax} entries.");
        var day = DayOf(now);
        return state with
        {
            Cycle = cycle.Append(new LedgerEntry(
                0, command.Kind, command.Amount, "", day, day, now, command.Note, command.Reference)),
        };
    }

    private static LedgerCycle Book(
        this LedgerCycle cycle, LedgerKind kind, long amount, string item, DateTimeOffset now) => amount == 0
        ? cycle
        : cycle.Append(new LedgerEntry(0, kind, amount, item, DayOf(now), cycle.Month.Last(), now, "", null));

    private static LedgerCycle Append(this LedgerCycle cycle, LedgerEntry entry) =>
        cycle with { Entries = cycle.Entries.Add(entry with { Number = cycle.Entries.Length + 1 }) };

    private static Refusal Taken { get; } =
        Refusal.Of(RefusalCode.AlreadyExists, "There is another entry of that reference.");

    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
