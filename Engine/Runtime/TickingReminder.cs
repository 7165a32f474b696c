using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Actors.Engine.Runtime;

/// <summary>One reminder: it ticks at its start and then on the grid of its period, however long a tick
/// takes.</summary>
/// <remarks>A tick is a call like any other: it waits in the mailbox, times out, and never overlaps another
/// turn.</remarks>
internal sealed class TickingReminder : IDisposable
{
    /// <summary>System timers cannot wait longer than 49 days; a longer wait is made of several.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(30);

    private readonly GrainEngine engine;
    private readonly ReminderEntry entry;
    private readonly ITimer timer;
    private DateTime due;

    public TickingReminder(GrainEngine engine, ReminderEntry entry)
    {
        this.engine = engine;
        this.entry = entry;
        due = Next(engine.Time.GetUtcNow().UtcDateTime, includeNow: true);
        using (ExecutionContext.SuppressFlow())
        {
            timer = engine.Time.CreateTimer(
                static state => ((TickingReminder)state!).Fire(), this,
                    Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Wait();
    }

    public void Dispose() => timer.Dispose();

    /// <summary>The first moment of the grid after now. Ticks that fell into a time of rest are not made up
    /// for.</summary>
    private DateTime Next(DateTime now, bool includeNow)
    {
        if (entry.StartAt > now || (includeNow && entry.StartAt == now))
            return entry.StartAt;
        var passed = (now - entry.StartAt).Ticks / entry.Period.Ticks;
        return entry.StartAt + (entry.Period * (passed + 1));
    }

    private void Wait()
    {
        var left = due - engine.Time.GetUtcNow().UtcDateTime;
        if (left < TimeSpan.Zero)
            left = TimeSpan.Zero;
        timer.Change(left < WaitMax ? left : WaitMax, Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        var now = engine.Time.GetUtcNow().UtcDateTime;
        if (now >= due)
        {
            due = Next(now, includeNow: false);
            var status = new TickStatus(entry.StartAt, entry.Period, now);
            Detached.Run(() => _ = Tick(status));
        }

        Wait();
    }

    [SuppressMessage("Design", "CA1031", Justification = "a tick that fails is logged; the next one comes")]
    private async Task Tick(TickStatus status)
    {
        try
        {
            await engine.GetGrain<IRemindable>(entry.GrainId).ReceiveReminder(entry.ReminderName, status);
        }
        catch (Exception e)
        {
            engine.Log.LogError(e, "Reminder {Reminder} of {Grain} failed", entry.ReminderName, entry.GrainId);
        }
    }
}
