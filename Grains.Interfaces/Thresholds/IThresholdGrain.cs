using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;

namespace Actors.Grains.Thresholds;

/// <summary>Watches how a tenant's mail ends, by account and altogether: warns, blocks, and is lifted by the
/// operator.</summary>
/// <remarks>Key: <see cref="TenantId"/>. The outcomes themselves are counted in the commits of the events; this reads
/// them after each hard bounce and complaint, and of many at once only twice.</remarks>
[Alias("thresholds")]
public interface IThresholdGrain : IAlarmed, ITenantPart
{
    /// <summary>Answers when a look that began after this call has been stored and acted upon.</summary>
    [AlwaysInterleave]
    Task Look();

    /// <summary>One look; asked for by <see cref="Look"/>.</summary>
    Task Decide();

    /// <summary>What is known of an account; of one without mail, that there was none.</summary>
    Task<HealthView> Of(AccountId account);

    /// <summary>What is known of all accounts together.</summary>
    Task<HealthView> OfTenant();

    /// <summary>Ends a block: from now on only what happens later counts. What was held goes out.</summary>
    /// <param name="account">Null for the block of the whole tenant.</param>
    /// <param name="lift">Kept.</param>
    Task<Answer<HealthView>> Lift(AccountId? account, Lift lift);
}

public static class ThresholdLimits
{
    /// <summary>The windows that rates are taken over; either may trip.</summary>
    public static readonly TimeSpan ShortWindow = TimeSpan.FromHours(24);

    /// <summary>As <see cref="ShortWindow"/>.</summary>
    public static readonly TimeSpan LongWindow = TimeSpan.FromDays(7);

    /// <summary>How long a warning counts: no second one within it.</summary>
    public static readonly TimeSpan WarningTime = TimeSpan.FromDays(7);

    /// <summary>The shortest and the longest pause between two looks at rates that are high, but of too few messages
    /// yet.</summary>
    public static readonly TimeSpan LookAgainMin = TimeSpan.FromMinutes(1);

    /// <summary>As <see cref="LookAgainMin"/>.</summary>
    public static readonly TimeSpan LookAgainMax = TimeSpan.FromHours(1);

    /// <summary>Liftings that are kept of an account or tenant.</summary>
    public const int LiftsMax = 20;

    /// <summary>Characters of an operator's note.</summary>
    public const int NoteLengthMax = 500;
}
