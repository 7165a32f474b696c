namespace Actors.Testing;

/// <summary>The system's clock as somebody who set it otherwise sees it; timers run as ever.</summary>
public sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    /// <summary>Noon in the middle of the month, so that neither it nor the day turns while a test runs.</summary>
    public static ShiftedTime MidMonth()
    {
        var now = System.GetUtcNow();
        return new ShiftedTime(new DateTimeOffset(now.Year, now.Month, 15, 12, 0, 0, TimeSpan.Zero) - now);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
