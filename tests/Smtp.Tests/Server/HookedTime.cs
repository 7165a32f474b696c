using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>A clock that lets something happen in the very moment in which it is read.</summary>
internal sealed class HookedTime : TimeProvider
{
    public ManualTime Clock { get; } = new();

    /// <summary>What happens once, at the reading with that number from now on; null when it has happened.</summary>
    public (int Reading, Action Happen)? OnGetTimestamp { get; set; }

    public override long TimestampFrequency => Clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => Clock.GetUtcNow();

    public override long GetTimestamp()
    {
        if (OnGetTimestamp is var (reading, happen))
        {
            OnGetTimestamp = reading > 1 ? (reading - 1, happen) : null;
            if (reading == 1)
                happen();
        }
        return Clock.GetTimestamp();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Clock.CreateTimer(callback, state, dueTime, period);
}
