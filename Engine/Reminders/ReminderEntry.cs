namespace Actors.Engine;

/// <summary>A stored reminder.</summary>
[GenerateSerializer]
public sealed class ReminderEntry
{
    /// <summary>Who is woken.</summary>
    [Id(0)]
    public GrainId GrainId { get; set; }

    /// <summary>Unique within the grain.</summary>
    [Id(1)]
    public string ReminderName { get; set; } = null!;

    /// <summary>The first tick, UTC.</summary>
    [Id(2)]
    public DateTime StartAt { get; set; }

    /// <summary>Between ticks; at least <see cref="ReminderOptions.MinimumReminderPeriod"/>.</summary>
    [Id(3)]
    public TimeSpan Period { get; set; }

    /// <summary>Version; null before it is stored.</summary>
    [Id(4)]
    public string? ETag { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"<GrainId={GrainId} ReminderName={ReminderName} Period={Period}>";
}
