using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;

namespace Actors.Grains.Departures;

/// <summary>From notice to nothing.</summary>
public static class DepartureRules
{
    private static readonly Departure Staying = new(DeparturePhase.Staying, null, null, null);

    /// <summary>The first notice counts.</summary>
    /// <returns>Null where the tenant is gone already.</returns>
    public static Departure? Leave(Departure now, DateTimeOffset at, NoticePeriod notice) => now.Phase switch
    {
        DeparturePhase.Staying => new Departure(DeparturePhase.Leaving, at, NoticeRules.EndOf(at, notice), null),
        DeparturePhase.Leaving => now,
        _ => null,
    };

    /// <returns>Null where it is too late.</returns>
    public static Departure? Stay(Departure now, DateTimeOffset at) => now.Phase switch
    {
        DeparturePhase.Staying => now,
        DeparturePhase.Leaving when at < now.EndsAt => Staying,
        _ => null,
    };

    /// <summary>A notice that is over closes the tenant.</summary>
    public static Departure At(Departure now, DateTimeOffset at) =>
        now.Phase == DeparturePhase.Leaving && at >= now.EndsAt ? now with { Phase = DeparturePhase.Erasing } : now;

    public static Departure Erased(Departure now, DateTimeOffset at) =>
        now with { Phase = DeparturePhase.Erased, ErasedAt = at };

    public static Refusal TooLate { get; } =
        Refusal.Of(RefusalCode.Conflict, "The notice is over: the tenant is closed, and being erased.");
}
