namespace Actors.Grains.Couriers;

public static class CourierLimits
{
    /// <summary>Attempts that wait in one courier's lanes; beyond it messages wait as rows, which cost no memory.</summary>
    public const int WaitingMax = 100_000;

    /// <summary>How long a message that found the lanes full waits before it asks again.</summary>
    public static readonly TimeSpan FullRetryAfter = TimeSpan.FromSeconds(30);

    /// <summary>How long a site without mail keeps its slots, at least.</summary>
    public static readonly TimeSpan SiteIdle = TimeSpan.FromSeconds(10);

    /// <summary>Outcomes told to a destination at once.</summary>
    public const int ReturnBlock = 64;
}
