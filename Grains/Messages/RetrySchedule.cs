using System.Collections.Immutable;

namespace Actors.Grains.Messages;

/// <summary>How long to wait after each failed attempt.</summary>
/// <param name="Delays">After the first attempt, after the second, and so on; after the last no further attempt
/// follows.</param>
public sealed record RetrySchedule(ImmutableArray<TimeSpan> Delays)
{
    /// <summary>How far chance moves a delay, as a share of it, so that a crowd does not come back at once.</summary>
    public const double Jitter = 0.1;

    /// <summary>Four tries in the first two hours, then every four hours, over almost four days.</summary>
    /// <remarks>RFC 5321 §4.5.4.1 asks for two in the first hour, then one every two or three, over four to five days.
    /// It ends a few hours before the default deadline, so that a message that never got through is bounced with the
    /// last reply rather than merely expired.</remarks>
    public static RetrySchedule Default { get; } = new(
        [.. new[] { 15, 30, 60, 120 }.Concat(Enumerable.Repeat(240, 22)).Select(m => TimeSpan.FromMinutes(m))]);

    /// <param name="attempts">Attempts made so far, from 1.</param>
    /// <param name="chance">In [0, 1): 0.5 leaves the delay as it is.</param>
    /// <returns>Null when attempts are used up.</returns>
    public TimeSpan? DelayAfter(int attempts, double chance) => attempts <= Delays.Length
        ? Delays[attempts - 1] * (1 - Jitter + 2 * Jitter * chance)
        : null;
}
