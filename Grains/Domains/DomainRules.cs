using System.Collections.Immutable;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>How a domain is verified, breaks and heals, and how its keys take turns. DNS' silence never counts against
/// it.</summary>
public static class DomainRules
{
    /// <summary>How far chance moves the daily look, as a share of it, so that a crowd does not come back at
    /// once.</summary>
    private const double Jitter = 0.05;

    public static DomainState Registered(DomainDraft draft, string token, DateTimeOffset now) => new()
    {
        Token = token,
        CreatedAt = now,
        WatchedSince = now,
        NextLookAt = now,
        ReturnPathLabel = draft.ReturnPathLabel ?? DomainRecords.ReturnPathLabel,
        TrackingLabel = draft.TrackingLabel ?? DomainRecords.TrackingLabel,
        Notify = draft.Notify,
        Unpublished = true,
    };

    /// <summary>A registration after an earlier one: what was ordered before answers nothing that is ordered now, and
    /// what the platform's zone still has of it goes.</summary>
    public static DomainState Again(DomainState registered, DomainState before) => registered with
    {
        Version = before.Version,
        Ticket = before.Ticket,
        Leftovers = before.Token.Length == 0
            ? []
            : [.. before.Leftovers.Add(before.Token).TakeLast(DomainLimits.LeftoversMax)],
    };

    /// <summary>Nothing is left but what the platform's zone has to let go.</summary>
    public static DomainState Deleted(DomainState state, DateTimeOffset now) => new()
    {
        Token = state.Token,
        Leftovers = state.Leftovers,
        Version = state.Version,
        Revision = state.Revision,
        Ticket = state.Ticket,
        CreatedAt = state.CreatedAt,
        IsDeleted = true,
        Unpublished = true,
        NextLookAt = now,
    };

    /// <summary>Looks now; a failed domain gets another <see cref="DomainLimits.Window"/>.</summary>
    /// <returns>The same state for a double click.</returns>
    public static DomainState AskedToLook(DomainState state, DateTimeOffset now)
    {
        if (state.OrderedAt is not null || now - state.LookedAt < DomainLimits.LookAgainMin)
            return state;
        return state.Status == DomainStatus.Failed
            ? state with { Status = DomainStatus.Pending, WatchedSince = now, Looks = 0, NextLookAt = now }
            : state with { NextLookAt = now };
    }

    /// <summary>Other records are to be looked for: what an order that is out will say is of no use.</summary>
    public static DomainState AskedToLookAnew(DomainState state, DateTimeOffset now) =>
        state.Status == DomainStatus.Failed || (state.OrderedAt is not null && LacksKeys(state))
            ? state
            : state with { OrderedAt = null, NextLookAt = now };

    // Its first keys are being made, which takes long and depends on nothing that may change; it is looked at after.
    private static bool LacksKeys(DomainState state) => state.Keys.Length < DomainRecords.Slots.Length;

    /// <summary>Whether an order is to go out now.</summary>
    public static bool IsToOrder(DomainState state, DateTimeOffset now) =>
        state.OrderedAt is { } ordered ? ordered + DomainLimits.LookLost <= now : state.NextLookAt <= now;

    public static DomainState Ordered(DomainState state, DateTimeOffset now) =>
        state with { OrderedAt = now, Ticket = state.Ticket + 1 };

    /// <summary>Held mail was told to go.</summary>
    public static DomainState Released(DomainState state, DateTimeOffset now) =>
        state with
        {
            ReleaseAt = state.IsReleasedOnce ? null : now + DomainLimits.ReleaseAgain,
            IsReleasedOnce = !state.IsReleasedOnce,
        };

    /// <summary>Slots that need a new key: those without one, and the one whose key has rested long enough.</summary>
    public static ImmutableArray<int> KeysToMake(DomainState state, DateTimeOffset now) => state.IsDeleted
        ? []
        : [.. DomainRecords.Slots.Where(slot => state.KeyOf(slot) is null
            || (slot != state.ActiveSlot && state.RenewAt <= now))];

    /// <param name="report">Of the order that is out: the caller has compared the ticket.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">In [0, 1): moves the daily look.</param>
    public static DomainState Reported(DomainState state, DomainReport report, DateTimeOffset now, double chance)
    {
        if (report.Keys.Length > 0)
            return WithKeys(state, report.Keys, now);
        if (state.IsDeleted) // the zone could not be told yet
            return state with { OrderedAt = null, NextLookAt = now + DomainLimits.AfterSilence };
        var next = state with
        {
            OrderedAt = null,
            Unpublished = state.Unpublished && !report.Published,
            Leftovers = state.Unpublished && report.Published ? [] : state.Leftovers,
            LookedAt = now,
            Looks = state.Looks + 1,
            Seen = Merged(state.Seen, report.Seen),
        };
        var wanted = LookOf(report.Seen, DomainRecords.Dkim);
        var look = state.SelectorWanted is null || wanted == Look.Whole
            ? wanted
            : LookOf(report.Seen, DomainRecords.DkimInUse);
        next = SelectorSettled(next, wanted, now);
        return Rotated(Hurried(state.Status switch
        {
            DomainStatus.Pending => AfterPending(next, look, now, chance),
            DomainStatus.Verified => AfterVerified(next, look, now, chance),
            DomainStatus.Failed => next with { NextLookAt = null },
            _ => AfterBroken(next, look, now, chance),
        }, now), look, now);
    }

    /// <summary>While another selector is looked for.</summary>
    private static DomainState Hurried(DomainState state, DateTimeOffset now) =>
        state.SelectorWanted is not null && state.NextLookAt > now + DomainLimits.WhileBroken
            ? state with { NextLookAt = now + DomainLimits.WhileBroken }
            : state;

    private static DomainState WithKeys(DomainState state, ImmutableArray<NewKey> made, DateTimeOffset now) =>
        state with
        {
            OrderedAt = null,
            NextLookAt = now,
            Keys = [.. state.Keys.Where(old => made.All(key => key.Slot != old.Slot)), .. made],
            RenewAt = null,
            Unpublished = true,
        };

    private static DomainState AfterPending(DomainState state, Look look, DateTimeOffset now, double chance)
    {
        var end = state.WatchedSince + DomainLimits.Window;
        if (look == Look.Whole)
            return Whole(state with { RotateAt = now + DomainLimits.KeyLife }, now, chance);
        if (now >= end)
            return state with { Status = DomainStatus.Failed, NextLookAt = null };
        var wait = DomainLimits.Waits[Math.Min(state.Looks, DomainLimits.Waits.Length) - 1];
        return state with { NextLookAt = now + wait < end ? now + wait : end };
    }

    private static DomainState AfterVerified(DomainState state, Look look, DateTimeOffset now, double chance) =>
        look switch
        {
            Look.Whole => Whole(state, now, chance),
            Look.Silent => state with { NextLookAt = now + DomainLimits.AfterSilence },
            _ => state with
            {
                Status = DomainStatus.Broken,
                BrokenAt = now,
                NextLookAt = now + DomainLimits.WhileBroken,
            },
        };

    /// <summary>Held is only what is seen to be broken when the grace is over.</summary>
    private static DomainState AfterBroken(DomainState state, Look look, DateTimeOffset now, double chance)
    {
        if (look == Look.Whole)
            return Whole(
                state.Status == DomainStatus.Held ? state with { ReleaseAt = now } : state, now, chance);
        var end = state.BrokenAt!.Value + DomainLimits.Grace;
        var next = now + DomainLimits.WhileBroken;
        return state with
        {
            Status = look == Look.Lacking && now >= end ? DomainStatus.Held : state.Status,
            NextLookAt = now < end && next > end ? end : next,
        };
    }

    private static DomainState Whole(DomainState state, DateTimeOffset now, double chance) => state with
    {
        Status = DomainStatus.Verified,
        BrokenAt = null,
        Looks = 0,
        NextLookAt = now + (DomainLimits.Daily * (1 - Jitter + (2 * Jitter * chance))),
    };

    /// <summary>The names of the tenant's own selector are used once they were found, and forgotten when they were
    /// not within the window.</summary>
    private static DomainState SelectorSettled(DomainState state, Look look, DateTimeOffset now) =>
        state.SelectorWanted is not { } wanted ? state
        : look == Look.Whole ? state with { Selector = wanted.Length > 0 ? wanted : null, SelectorWanted = null }
        : now >= state.WatchedSince + DomainLimits.Window ? state with { SelectorWanted = null }
        : state;

    /// <summary>The next key signs only when it was just seen in DNS, below the customer's very name.</summary>
    private static DomainState Rotated(DomainState state, Look look, DateTimeOffset now) =>
        look != Look.Whole || state.Status != DomainStatus.Verified || now < state.RotateAt || state.RenewAt is not null
            ? state
            : state with
            {
                ActiveSlot = 1 - state.ActiveSlot,
                RotateAt = now + DomainLimits.KeyLife,
                RenewAt = now + DomainLimits.KeyAfterlife,
            };

    private static Look LookOf(ImmutableArray<SeenRecord> seen, ImmutableArray<RecordPurpose> purposes)
    {
        var required = seen.Where(one => purposes.Contains(one.Purpose)).ToArray();
        return required.Any(one => one.State is RecordState.Missing or RecordState.Wrong) ? Look.Lacking
            : required.Length == DomainRecords.Slots.Length && required.All(one => one.State == RecordState.Found)
                ? Look.Whole
                : Look.Silent;
    }

    /// <summary>Where DNS was silent, what was known before still stands.</summary>
    private static ImmutableArray<SeenRecord> Merged(
        ImmutableArray<SeenRecord> before, ImmutableArray<SeenRecord> seen) =>
    [
        .. seen.Select(one => one.State == RecordState.Unknown
            ? before.FirstOrDefault(old => old.Purpose == one.Purpose && old.State != RecordState.Unknown) ?? one
            : one),
    ];

    private enum Look
    {
        Whole,
        Lacking,
        Silent,
    }
}
