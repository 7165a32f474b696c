namespace Actors.Testing;

/// <summary>A clock that stands still until a test moves it, and fires its timers in the order they are due.</summary>
/// <remarks>
/// Timers run on the thread that calls <see cref="Advance"/>, one after the other, each at its own due time: a callback
/// that reads the clock sees the moment it was due, and a timer it starts may fire within the same advance.
/// </remarks>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<ManualTimer> armed = new(ManualTimer.ByDueTime);
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Armed)> waiting = [];
    private DateTimeOffset start;
    private TimeSpan elapsed;
    private long sequence;

    /// <summary>Starts on 1 January 2030, 12:00 UTC, a Tuesday.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <param name="start">What the clock shows first; kept as UTC.</param>
    public ManualTime(DateTimeOffset start) => this.start = start.ToUniversalTime();

    /// <summary>When the next timer is due; null when none is armed.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return armed.Min is { } first ? start + first.Due : null;
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC, so that no test depends on where it runs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return start + elapsed;
    }

    /// <summary>Ticks since the clock was made. <see cref="SetClock"/> does not move it.</summary>
    public override long GetTimestamp()
    {
        lock (gate)
            return elapsed.Ticks;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires what falls due on the way.</summary>
    /// <param name="by">Not negative; zero fires what is due now.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan target;
        lock (gate)
            target = elapsed + by;
        while (TakeDue(target) is { } timer)
            timer.Fire();
        lock (gate)
            elapsed = target > elapsed ? target : elapsed;
    }

    /// <summary>Completes as soon as a timer is armed for that moment: what a test waits for before it moves the clock
    /// of code that arms its timers on threads of its own.</summary>
    public Task Armed(DateTimeOffset due)
    {
        lock (gate)
        {
            if (armed.Any(timer => start + timer.Due == due))
                return Task.CompletedTask;
            var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((due, one));
            return one.Task;
        }
    }

    /// <summary>Sets the wall clock as an operator or a time server does. Timers and timestamps do not
    /// notice.</summary>
    /// <param name="to">May lie in the past.</param>
    public void SetClock(DateTimeOffset to)
    {
        lock (gate)
            start = to.ToUniversalTime() - elapsed;
    }

    internal bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            armed.Remove(timer);
            if (timer.IsDisposed)
                return false;
            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            timer.Due = elapsed + dueTime;
            Add(timer);
            return true;
        }
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (gate)
        {
            armed.Remove(timer);
            timer.IsDisposed = true;
        }
    }

    private ManualTimer? TakeDue(TimeSpan target)
    {
        lock (gate)
        {
            if (armed.Min is not { } first || first.Due > target)
                return null;
            armed.Remove(first);
            elapsed = first.Due > elapsed ? first.Due : elapsed;
            if (first.Period != Timeout.InfiniteTimeSpan)
            {
                first.Due += first.Period;
                Add(first);
            }

            return first;
        }
    }

    private void Add(ManualTimer timer)
    {
        timer.Sequence = sequence++;
        armed.Add(timer);
        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            if (waiting[i].Due != start + timer.Due)
                continue;
            waiting[i].Armed.SetResult();
            waiting.RemoveAt(i);
        }
    }
}
