namespace Actors.Grains.Couriers;

public static class CourierLimits
{
    /// <summary>How long a message that found the lanes full waits before it asks again.</summary>
    public static readonly TimeSpan FullRetryAfter = TimeSpan.FromSeconds(30);

    /// <summary>How long a site without mail keeps its slots, at least.</summary>
    public static readonly TimeSpan SiteIdle = TimeSpan.FromSeconds(10);

    /// <summary>Outcomes told to a destination at once, at most; fewer where it bears fewer connections.</summary>
    public const int ReturnBlock = 64;

    /// <summary>How long to wait for slots where the destination does not say.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>After how long an attempt that nobody reported on is taken for lost, and its slot for free. Longer than
    /// the hard cap of an SMTP dialogue, 60 minutes.</summary>
    public static readonly TimeSpan AttemptMax = TimeSpan.FromMinutes(65);
}
