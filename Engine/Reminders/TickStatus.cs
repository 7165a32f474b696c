namespace Actors.Engine;

/// <summary>Times of one reminder tick, all in UTC.</summary>
[GenerateSerializer, Immutable]
public readonly struct TickStatus
{
    /// <param name="firstTickTime">When the reminder first ticked or should have.</param>
    /// <param name="period">Between ticks.</param>
    /// <param name="timeStamp">Now.</param>
    public TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
    {
        FirstTickTime = firstTickTime;
        Period = period;
        CurrentTickTime = timeStamp;
    }

    /// <summary>When the reminder first ticked or should have.</summary>
    [Id(0)]
    public DateTime FirstTickTime { get; }

    /// <summary>Between ticks.</summary>
    [Id(1)]
    public TimeSpan Period { get; }

    /// <summary>When this tick was sent.</summary>
    [Id(2)]
    public DateTime CurrentTickTime { get; }

    /// <inheritdoc/>
    public override string ToString() => $"<{FirstTickTime:O}, {Period}, {CurrentTickTime:O}>";
}
