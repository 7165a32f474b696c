namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// Says when patience is at an end. Moving the moment later, which happens at every step of a dialogue, costs no
/// timer: the one timer looks at the moment when it fires and goes on sleeping when it has moved.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider time;
    private readonly Action expired;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private long mark;
    private long cap = long.MaxValue;
    private long due = long.MaxValue;
    private long timerDue = long.MaxValue;

    /// <param name="expired">Called once for each deadline that passes, on a timer's thread.</param>
    public Deadline(TimeProvider time, Action expired)
    {
        this.time = time;
        this.expired = expired;
        timer = time.CreateTimer(
            static state => ((Deadline)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>No later <see cref="Arm"/> reaches beyond this span from now.</summary>
    public void Cap(TimeSpan most) => cap = After(time.GetTimestamp(), most);

    /// <summary>Patience counts from here: a command goes out, a reply has come.</summary>
    public void Mark() => mark = time.GetTimestamp();

    /// <param name="after">Counted from the last <see cref="Mark"/>, not from now.</param>
    public void Arm(TimeSpan after)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            due = Math.Min(After(mark, after), cap);
            if (due > now)
            {
                if (due < timerDue)
                    Sleep(now);
                return;
            }
            due = long.MaxValue;
        }
        expired();
    }

    public void Disarm()
    {
        lock (gate)
            due = long.MaxValue;
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        lock (gate)
        {
            timerDue = long.MaxValue;
            if (due == long.MaxValue)
                return;
            var now = time.GetTimestamp();
            if (now < due)
            {
                Sleep(now);
                return;
            }
            due = long.MaxValue;
        }
        expired();
    }

    private void Sleep(long now)
    {
        timerDue = due;
        var left = time.GetElapsedTime(now, due);
        timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private long After(long now, TimeSpan span) => now + (long)(span.TotalSeconds * time.TimestampFrequency);
}
