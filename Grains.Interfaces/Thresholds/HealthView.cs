using System.Collections.Immutable;
using Actors.Grains.Plans;

namespace Actors.Grains.Thresholds;

/// <param name="Since">When the level was reached; null for none.</param>
/// <param name="Reason">What was too high; null for none.</param>
/// <param name="Windows">The short one, then the long one.</param>
/// <param name="Thresholds">Of the tenant's plan.</param>
/// <param name="Lifts">The latest liftings, oldest first.</param>
[GenerateSerializer, Immutable, Alias("health-view")]
public sealed record HealthView(
    HealthLevel Level, DateTimeOffset? Since, string? Reason, ImmutableArray<HealthWindow> Windows,
    SendingThresholds Thresholds, ImmutableArray<Lift> Lifts);

/// <param name="Counts">Without what was before the last lifting.</param>
/// <param name="Level">That these counts alone come to.</param>
[GenerateSerializer, Immutable, Alias("health-window")]
public sealed record HealthWindow(TimeSpan Length, HealthCounts Counts, HealthLevel Level);

/// <summary>Stored as the number: only append.</summary>
public enum HealthLevel
{
    None = 0,
    Warning = 1,

    /// <summary>Until the operator lifts it.</summary>
    Blocked = 2,
}

/// <summary>A decision of the operator.</summary>
/// <param name="By">Who lifted it, such as a user's address or a key.</param>
[GenerateSerializer, Immutable, Alias("threshold-lift")]
public sealed record Lift(DateTimeOffset At, string By, string Note);

/// <summary>What an account is watched by.</summary>
/// <param name="Finished">Messages that were sent and have ended: delivered, bounced or expired. One that was
/// suppressed or cancelled was never sent.</param>
/// <param name="Hard">Failures that say the address or its domain will never work. A refusal for reputation, content or
/// policy says nothing of addresses, and counts for nothing.</param>
/// <param name="Complaints">Of readers.</param>
[GenerateSerializer, Immutable, Alias("health-counts")]
public readonly record struct HealthCounts(long Finished, long Hard, long Complaints)
{
    public bool IsNothing => this == default;

    public static HealthCounts operator +(HealthCounts one, HealthCounts other) =>
        new(one.Finished + other.Finished, one.Hard + other.Hard, one.Complaints + other.Complaints);

    public static HealthCounts operator -(HealthCounts one, HealthCounts other) =>
        new(one.Finished - other.Finished, one.Hard - other.Hard, one.Complaints - other.Complaints);
}
