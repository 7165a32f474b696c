namespace Actors.Grains.Sessions;

/// <summary>Attempts of a network that count: several at once, then one by one.</summary>
/// <param name="Count">Attempts held against it at <paramref name="At"/>.</param>
public readonly record struct Attempts(double Count, DateTimeOffset At)
{
    /// <summary>Attempts that may be made at once.</summary>
    public const int Burst = 20;

    /// <summary>After this time one attempt is forgotten.</summary>
    public static readonly TimeSpan Each = TimeSpan.FromSeconds(30);

    /// <summary>After this time all are.</summary>
    public static readonly TimeSpan Forgotten = Burst * Each;

    /// <returns>What counts afterwards, and how long to wait where it may not be made.</returns>
    public (Attempts Next, TimeSpan Wait) Take(DateTimeOffset now)
    {
        var left = now > At ? Math.Max(0, Count - ((now - At) / Each)) : Count;
        return left + 1 <= Burst
            ? (new Attempts(left + 1, now), TimeSpan.Zero)
            : (new Attempts(left, now), (left + 1 - Burst) * Each);
    }

    public Attempts GiveBack() => this with { Count = Math.Max(0, Count - 1) };
}
