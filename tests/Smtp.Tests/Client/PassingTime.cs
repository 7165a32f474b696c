using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>A clock on which some time passes between one reading and the next, as on a busy machine.</summary>
internal sealed class PassingTime(ManualTime time, TimeSpan between) : TimeProvider
{
    private long readings;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp() + (++readings * between.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
