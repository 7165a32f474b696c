namespace Actors.Testing;

/// <summary>A timer of <see cref="ManualTime"/>. Its fields change only under the clock's lock.</summary>
internal sealed class ManualTimer : ITimer
{
    public static readonly IComparer<ManualTimer> ByDueTime = Comparer<ManualTimer>.Create(static (a, b) =>
    {
        var byDue = a.Due.CompareTo(b.Due);
        return byDue != 0 ? byDue : a.Sequence.CompareTo(b.Sequence);
    });

    private readonly ManualTime clock;
    private readonly TimerCallback callback;
    private readonly object? state;

    public ManualTimer(ManualTime clock, TimerCallback callback, object? state)
    {
        this.clock = clock;
        this.callback = callback;
        this.state = state;
    }

    /// <summary>On the clock's own count, from when it was made.</summary>
    public TimeSpan Due { get; set; }

    public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

    public long Sequence { get; set; } = -1;

    public bool IsDisposed { get; set; }

    /// <exception cref="ArgumentOutOfRangeException">A time is negative and not infinite: as the system's timers
    /// refuse it.</exception>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        return clock.Arm(this, dueTime, period);
    }

    public void Fire() => callback(state);

    public void Dispose() => clock.Disarm(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Check(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
    }
}
