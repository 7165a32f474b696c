namespace Actors.Grains.Destinations;

/// <summary>How a site's limit is learned: one more connection for each full round of answers, half after a
/// failure.</summary>
public static class DestinationRules
{
    public static SlotLease Lease(DestinationState state, DestinationOptions options, DateTimeOffset now)
    {
        if (state.RestsUntil is { } until && until > now)
            return new SlotLease(0, until - now);
        var limit = state.RestsUntil is null ? Limit(state, options) : 1; // after a rest, one probe
        return new SlotLease(limit, null);
    }

    public static DestinationState Learn(
        DestinationState state, SlotReturn slots, DestinationOptions options, DateTimeOffset now)
    {
        if (slots.Unreachable > 0 && state.RestsUntil > now)
            return state; // attempts that began before the rest say nothing new
        if (slots.Unreachable > 0)
            return Failed(state, slots.Unreachable, options, now);
        if (slots.Answered == 0)
            return state;
        var limit = Math.Min(options.ConnectionsMax, Limit(state, options) + 1);
        return state is { Failures: 0, RestsUntil: null } && state.Limit == limit
            ? state
            : new DestinationState { Limit = limit };
    }

    private static DestinationState Failed(
        DestinationState state, int unreachable, DestinationOptions options, DateTimeOffset now)
    {
        var failures = state.Failures + unreachable;
        var rests = failures - options.FailuresBeforeRest;
        return new DestinationState
        {
            Limit = Math.Max(1, Limit(state, options) / 2),
            Failures = failures,
            RestsUntil = rests < 0 ? state.RestsUntil : now + Rest(rests, options),
        };
    }

    private static TimeSpan Rest(int rests, DestinationOptions options)
    {
        var rest = options.RestMin * Math.Pow(2, Math.Min(rests, 20));
        return rest < options.RestMax ? rest : options.RestMax;
    }

    private static int Limit(DestinationState state, DestinationOptions options) =>
        state.Limit == 0 ? options.ConnectionsMax : Math.Min(state.Limit, options.ConnectionsMax);
}
