namespace Actors.Engine.Runtime;

/// <summary>All calls without an answer. One timer serves them all: it is set for the oldest call there was.</summary>
/// <remarks>
/// Every call has the same time-out, so each stripe is in order of deadline and only its first call is looked at. A
/// call
/// that is answered leaves at once; under load the timer fires once per time-out, not once per call.
/// </remarks>
internal sealed class OutstandingCalls : IDisposable
{
    private const int StripeCount = 32;

    private readonly Stripe[] stripes = [.. Enumerable.Range(0, StripeCount).Select(static _ => new Stripe())];
    private readonly TimeProvider time;
    private readonly TimeSpan timeout;
    private readonly long timeoutStamps;
    private readonly ITimer timer;
    private int armed;

    public OutstandingCalls(TimeProvider time, TimeSpan timeout)
    {
        this.time = time;
        this.timeout = timeout;
        timeoutStamps = (long)(timeout.TotalSeconds * time.TimestampFrequency);
        using (ExecutionContext.SuppressFlow())
        {
            timer = time.CreateTimer(
                static state => ((OutstandingCalls)state!).Expire(), this,
                    Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Add(Call call)
    {
        call.SentAt = time.GetTimestamp();
        stripes[Environment.CurrentManagedThreadId & (StripeCount - 1)].Add(call);
        if (Volatile.Read(ref armed) == 0 && Interlocked.Exchange(ref armed, 1) == 0)
            timer.Change(timeout, Timeout.InfiniteTimeSpan);
    }

    public static void Remove(Call call) => call.Stripe?.Remove(call);

    /// <summary>The engine is gone.</summary>
    public void FailAll(Exception why) => Detached.Run(() =>
    {
        foreach (var stripe in stripes)
        {
            while (stripe.Oldest() is { } call)
            {
                stripe.Remove(call);
                call.Fail(why);
            }
        }
    });

    public void Dispose() => timer.Dispose();

    private void Expire() => Detached.Run(() =>
    {
        var due = time.GetTimestamp() - timeoutStamps;
        long? oldest = null;
        foreach (var stripe in stripes)
        {
            while (stripe.Oldest() is { } call)
            {
                if (call.SentAt > due)
                {
                    oldest = Math.Min(oldest ?? long.MaxValue, call.SentAt);
                    break;
                }

                stripe.Remove(call);
                call.TimeOut(timeout);
            }
        }

        Rearm(oldest, due);
    });

    private void Rearm(long? oldest, long due)
    {
        if (oldest is null)
        {
            Interlocked.Exchange(ref armed, 0);
            if (stripes.All(static one => one.Oldest() is null) || Interlocked.Exchange(ref armed, 1) != 0)
                return;
        }

        var wait = time.GetElapsedTime(due, oldest ?? due + timeoutStamps);
        timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.FromTicks(1), Timeout.InfiniteTimeSpan);
    }

    internal sealed class Stripe
    {
        private readonly Lock gate = new();
        private Call? first;
        private Call? last;

        public Call? Oldest() => Volatile.Read(ref first);

        public void Add(Call call)
        {
            call.Stripe = this;
            lock (gate)
            {
                call.Earlier = last;
                if (last is null)
                    first = call;
                else
                    last.Later = call;
                last = call;
            }
        }

        public void Remove(Call call)
        {
            lock (gate)
            {
                if (call.Earlier is null && !ReferenceEquals(first, call))
                    return;
                if (call.Earlier is null)
                    first = call.Later;
                else
                    call.Earlier.Later = call.Later;
                if (call.Later is null)
                    last = call.Earlier;
                else
                    call.Later.Earlier = call.Earlier;
                call.Earlier = call.Later = null;
            }
        }
    }
}
