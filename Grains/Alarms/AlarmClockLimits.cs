namespace Actors.Grains.Alarms;

public static class AlarmClockLimits
{
    /// <summary>How often the clock looks: what is due is done that much later at most.</summary>
    public static readonly TimeSpan Reading = TimeSpan.FromMinutes(1);

    /// <summary>Grains read at once; the next page follows when these are awake.</summary>
    public const int Page = 500;

    /// <summary>Grains that are being woken at the same time.</summary>
    public const int WakingMax = 16;
}
