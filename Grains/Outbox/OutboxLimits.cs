namespace Actors.Grains.Outbox;

public static class OutboxLimits
{
    /// <summary>How far ahead the clock looks: alarms within it are kept in memory.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    /// <summary>How often the window is read again, so that a lost notice delays by no more.</summary>
    public static readonly TimeSpan Reading = TimeSpan.FromMinutes(1);

    /// <summary>Alarms read at once; the rest follows when these have rung.</summary>
    public const int AlarmsMax = 5_000;

    /// <summary>Messages that are being woken at the same time.</summary>
    public const int WakingMax = 64;

    /// <summary>Held messages released in one go.</summary>
    public const int ReleasePage = 500;

    /// <summary>Effects read at once.</summary>
    public const int EffectsPage = 100;
}
