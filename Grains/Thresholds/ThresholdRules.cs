using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.Ids;
using Actors.Grains.Plans;

namespace Actors.Grains.Thresholds;

/// <summary>Who is warned and who is blocked: pure.</summary>
public static class ThresholdRules
{
    private const long Whole = 10_000; // hundredths of a per cent

    private static readonly ImmutableArray<TimeSpan> Windows =
        [ThresholdLimits.ShortWindow, ThresholdLimits.LongWindow];

    public static HealthLevel LevelOf(HealthCounts counts, SendingThresholds thresholds) =>
        counts.Finished < thresholds.MessagesMin ? HealthLevel.None
        : Reaches(counts.Complaints, counts.Finished, thresholds.ComplaintBlock)
            || Reaches(counts.Hard, counts.Finished, thresholds.HardBounceBlock) ? HealthLevel.Blocked
        : Reaches(counts.Complaints, counts.Finished, thresholds.ComplaintWarning)
            || Reaches(counts.Hard, counts.Finished, thresholds.HardBounceWarning) ? HealthLevel.Warning
        : HealthLevel.None;

    /// <returns>The state after a look, and what is new in it: nobody is told twice of one level.</returns>
    public static (ThresholdState State, ImmutableArray<ThresholdNews> News) Look(
        ThresholdState state, HealthBook book, SendingThresholds thresholds, DateTimeOffset now)
    {
        var news = ImmutableArray.CreateBuilder<ThresholdNews>();
        var next = state;
        foreach (var account in book.Accounts)
        {
            var before = state.Of(account);
            var after = Decide(before, WindowsOf(book, account, thresholds), now);
            if (after == before)
                continue;
            next = next with { Accounts = next.Accounts.SetItem(account.Value, after) };
            if (IsNews(before, after))
                news.Add(new ThresholdNews(account, after));
        }

        var tenant = Decide(state.Tenant, TenantsWindows(book, thresholds), now);
        if (tenant != state.Tenant)
            next = next with { Tenant = tenant };
        if (IsNews(state.Tenant, tenant))
            news.Add(new ThresholdNews(null, tenant));
        return (Again(next, IsUndecided(book, thresholds), now), news.ToImmutable());
    }

    /// <summary>After pauses as long as the time it has been undecided: so a week of it costs few looks and
    /// writes.</summary>
    private static ThresholdState Again(ThresholdState state, bool isUndecided, DateTimeOffset now)
    {
        if (!isUndecided)
            return state.LookAt is null ? state : state with { UndecidedSince = null, LookAt = null };
        if (now < state.LookAt)
            return state;
        var since = state.UndecidedSince ?? now;
        var pause = Math.Clamp(
            (now - since).Ticks, ThresholdLimits.LookAgainMin.Ticks, ThresholdLimits.LookAgainMax.Ticks);
        return state with { UndecidedSince = since, LookAt = now + TimeSpan.FromTicks(pause) };
    }

    /// <summary>Whether a rate is too high, but of too few messages to say anything yet.</summary>
    private static bool IsUndecided(HealthBook book, SendingThresholds thresholds)
    {
        var any = thresholds with { MessagesMin = 1 };
        return Windows.Any(length => book.Accounts.Select(account => book.Of(account, length))
            .Append(book.OfTenant(length))
            .Any(counts => counts.Finished < thresholds.MessagesMin && LevelOf(counts, any) > HealthLevel.None));
    }

    /// <summary>From now on, only what happens later counts: of the account, or of every account where the tenant's
    /// block is lifted.</summary>
    /// <returns>Null where there is no block.</returns>
    public static ThresholdState? Lift(
        ThresholdState state, HealthBook book, AccountId? account, Lift lift, DateTimeOffset now)
    {
        var blocked = account is { } one ? state.Of(one) : state.Tenant;
        if (blocked.Level != HealthLevel.Blocked)
            return null;
        foreach (var each in account is { } only ? [only] : book.Accounts)
            state = state with
            {
                Accounts = state.Accounts.SetItem(each.Value, state.Of(each) with
                {
                    CountsFrom = HealthBook.HourOf(now),
                    Discount = book.Running(each),
                }),
            };
        return account is { } id
            ? state with { Accounts = state.Accounts.SetItem(id.Value, Lifted(state.Of(id), lift)) }
            : state with { Tenant = Lifted(state.Tenant, lift) };
    }

    public static ImmutableArray<HealthWindow> WindowsOf(
        HealthBook book, AccountId account, SendingThresholds thresholds) =>
        [.. Windows.Select(length => Window(length, book.Of(account, length), thresholds))];

    public static ImmutableArray<HealthWindow> TenantsWindows(HealthBook book, SendingThresholds thresholds) =>
    [
        .. Windows.Select(length => Window(length, book.OfTenant(length), thresholds) is var window
            && book.CountOf(length) > 1 ? window : window with { Level = HealthLevel.None }),
    ];

    private static HealthWindow Window(TimeSpan length, HealthCounts counts, SendingThresholds thresholds) =>
        new(length, counts, LevelOf(counts, thresholds));

    /// <summary>A block stays until it is lifted. A warning stays for a week at least, so that rates that go up and
    /// down about a threshold bring one mail.</summary>
    private static Watched Decide(Watched watched, ImmutableArray<HealthWindow> windows, DateTimeOffset now)
    {
        if (watched.Level == HealthLevel.Blocked)
            return watched;
        var worst = windows.MaxBy(window => window.Level)!;
        var isOver = watched.Since is null || now - watched.Since >= ThresholdLimits.WarningTime;
        return worst.Level switch
        {
            HealthLevel.Blocked => watched with
            {
                Level = HealthLevel.Blocked,
                Since = now,
                Reason = ReasonOf(worst),
                Blocks = watched.Blocks + 1,
                IsToTell = true,
            },
            HealthLevel.Warning when watched.Level == HealthLevel.None => watched with
            {
                Level = HealthLevel.Warning,
                Since = now,
                Reason = ReasonOf(worst),
                Warnings = watched.Warnings + 1,
            },
            HealthLevel.None when watched.Level == HealthLevel.Warning && isOver => watched with
            {
                Level = HealthLevel.None,
                Since = null,
                Reason = null,
            },
            _ => watched,
        };
    }

    private static bool IsNews(Watched before, Watched after) =>
        after.Blocks > before.Blocks || after.Warnings > before.Warnings;

    private static Watched Lifted(Watched watched, Lift lift) => watched with
    {
        Level = HealthLevel.None,
        Since = null,
        Reason = null,
        IsToTell = true,
        Lifts = [.. watched.Lifts.Add(lift).TakeLast(ThresholdLimits.LiftsMax)],
    };

    private static bool Reaches(long count, long finished, int threshold) =>
        count > 0 && count * Whole >= finished * threshold;

    private static string ReasonOf(HealthWindow window) => string.Create(
        CultureInfo.InvariantCulture,
        $"Of {window.Counts.Finished} messages that ended within {window.Length.TotalHours:0} hours, "
        + $"{window.Counts.Hard} bounced hard ({Percent(window.Counts.Hard, window):0.##} %) and "
        + $"{window.Counts.Complaints} led to a complaint ({Percent(window.Counts.Complaints, window):0.##} %).");

    private static double Percent(long count, HealthWindow window) => 100.0 * count / window.Counts.Finished;
}

/// <summary>A level that was reached.</summary>
/// <param name="Account">Null for all accounts together.</param>
public sealed record ThresholdNews(AccountId? Account, Watched Watched);
