using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Actors.Engine.Runtime;

/// <summary>A timer of an activation and, as it never has two ticks under way, its own tick.</summary>
internal sealed class GrainTimer : Request, IGrainTimer
{
    private readonly Activation owner;
    private readonly Func<CancellationToken, Task> callback;
    private readonly bool keepAlive;
    private readonly CancellationTokenSource cancellation = new();
    private readonly ITimer timer;
    private TimeSpan period;
    private TimeSpan? changed;
    private Task? running;
    private int queued;
    private bool disposed;

    public GrainTimer(Activation owner, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        this.owner = owner;
        this.callback = callback;
        keepAlive = options.KeepAlive;
        Interleaving = options.Interleave ? Interleaving.Always : Interleaving.Never;
        using (ExecutionContext.SuppressFlow())
        {
            timer = owner.Engine.Time.CreateTimer(
                static state => ((GrainTimer)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        if (disposed)
            return;
        this.period = period;
        if (queued == 0)
            timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        else
            changed = dueTime;
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        timer.Dispose();
        cancellation.Cancel();
        owner.Forget(this);
    }

    [SuppressMessage("Design", "CA1031", Justification = "a tick that throws is logged, as one whose task fails")]
    public override void Start(Activation activation)
    {
        if (disposed || changed is not null)
        {
            Done();
            return;
        }

        if (keepAlive)
            owner.Touch(owner.Engine.Time.GetTimestamp());
        try
        {
            running = callback(cancellation.Token);
        }
        catch (Exception e)
        {
            running = Task.FromException(e);
        }

        if (running.IsCompleted)
            Done();
        else
            running.GetAwaiter().UnsafeOnCompleted(Done);
    }

    public override void Reroute(GrainEngine engine)
    {
    }

    private static void Check(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
    }

    private void Fire()
    {
        if (Interlocked.Exchange(ref queued, 1) == 0)
            owner.Enqueue(this);
    }

    private void Done()
    {
        if (running?.Exception is { } failure && !disposed)
            owner.Engine.Log.LogError(failure.InnerException, "Grain {Grain}: a timer tick failed", owner.GrainId);
        running = null;
        var next = changed ?? period;
        changed = null;
        Volatile.Write(ref queued, 0);
        if (!disposed)
            timer.Change(next, Timeout.InfiniteTimeSpan);
        owner.Ended(this);
    }
}
