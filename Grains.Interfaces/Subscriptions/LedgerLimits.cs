namespace Actors.Grains.Subscriptions;

public static class LedgerLimits
{
    /// <summary>The largest price and the largest amount of an entry, in minor units. Times the largest quantity of an
    /// add-on and the days of a month it is still far from what 64 bits hold.</summary>
    public const long AmountMax = 100_000_000_000;

    /// <summary>Entries of one cycle. The operator's bookings are refused beyond it; the platform's own go
    /// on.</summary>
    public const int EntriesMax = 1_000;
}
