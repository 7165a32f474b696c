namespace Actors.Grains.Allowances;

public static class AllowanceLimits
{
    /// <summary>Of the limit, in per cent: whoever reaches one of them is told once a month.</summary>
    public const int WarnedAt = 80;

    /// <summary>As <see cref="WarnedAt"/>: nothing is left.</summary>
    public const int UsedUpAt = 100;

    /// <summary>A smaller limit of the plan counts this much later at most; a larger one at once.</summary>
    public static readonly TimeSpan PlanTime = TimeSpan.FromSeconds(10);

    /// <summary>How long after a level may have been reached it is looked at where the process that would have looked
    /// has died.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>A reservation that nobody has settled by then was lost with the process that made it.</summary>
    public static readonly TimeSpan ReservationTime = TimeSpan.FromMinutes(2);
}
