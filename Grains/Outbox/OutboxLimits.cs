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

    /// <summary>Messages of a partition, held for want of a signature, that are looked at in a minute.</summary>
    public const int UnsignedLookedAt = 32;

    /// <summary>Effects of a partition that are being carried out at the same time.</summary>
    public const int EffectsAtOnce = 32;

    /// <summary>When an effect is tried again after its first failure; twice as long after each further one.</summary>
    public static readonly TimeSpan EffectRetryMin = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan EffectRetryMax = TimeSpan.FromHours(1);

    /// <summary>How long after its first failure an effect is no longer tried, unless the operator asks for
    /// it.</summary>
    public static readonly TimeSpan EffectGivenUpAfter = TimeSpan.FromDays(4);

    /// <summary>Characters kept of why an effect failed.</summary>
    public const int EffectReasonMax = 500;
}
