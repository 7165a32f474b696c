using System.Diagnostics.CodeAnalysis;

namespace Actors.Engine;

/// <summary>How a grain timer ticks.</summary>
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>With both times.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Until the first tick; infinite means not before <see cref="IGrainTimer.Change"/>.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From the end of a tick to the next; infinite means one tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether ticks interleave with calls and other ticks. Default: no, a tick is a turn like a
    /// call.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether ticks count as use, so that the activation does not go idle. Default: no.</summary>
    public bool KeepAlive { get; init; }
}
