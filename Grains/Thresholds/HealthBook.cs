using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Thresholds;

/// <summary>The outcomes of a tenant's last days, added up over windows that end now: pure.</summary>
/// <remarks>A window is made of whole hours with the running one as its last: up to an hour shorter than its
/// name.</remarks>
public sealed class HealthBook(ImmutableArray<HealthHour> hours, ThresholdState state, DateTimeOffset now)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly DateTimeOffset running = HourOf(now);
    private readonly ILookup<AccountId, HealthHour> byAccount = hours.ToLookup(hour => hour.Account);

    /// <summary>Those with outcomes, in the order of their ids.</summary>
    public ImmutableArray<AccountId> Accounts { get; } =
        [.. hours.Select(hour => hour.Account).Distinct().OrderBy(account => account.Value, StringComparer.Ordinal)];

    public static DateTimeOffset HourOf(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);

    /// <summary>What to read for all windows.</summary>
    public static DateTimeOffset ReadFrom(DateTimeOffset now) => HourOf(now) - ThresholdLimits.LongWindow + Hour;

    public HealthCounts Of(AccountId account, TimeSpan window)
    {
        var watched = state.Of(account);
        var from = running - window + Hour;
        if (watched.CountsFrom is not { } lifted || lifted < from)
            return Sum(account, from);
        return Sum(account, lifted) - watched.Discount;
    }

    public HealthCounts OfTenant(TimeSpan window) =>
        Accounts.Aggregate(default(HealthCounts), (sum, account) => sum + Of(account, window));

    /// <summary>How many accounts have outcomes in the window: one alone is its tenant, and not blocked
    /// twice.</summary>
    public int CountOf(TimeSpan window) => Accounts.Count(account => !Of(account, window).IsNothing);

    /// <summary>What has happened in the running hour so far.</summary>
    public HealthCounts Running(AccountId account) => Sum(account, running);

    private HealthCounts Sum(AccountId account, DateTimeOffset from) => byAccount[account]
        .Where(hour => hour.Hour >= from)
        .Aggregate(default(HealthCounts), (sum, hour) => sum + hour.Counts);
}
