using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Thresholds;

namespace Actors.Grains.Ports;

/// <summary>Reads the outcomes that accounts are watched by.</summary>
public interface IHealthReader
{
    /// <returns>A row for each account and hour with outcomes, from the hour that holds <paramref name="from"/>
    /// on.</returns>
    Task<ImmutableArray<HealthHour>> Read(TenantId tenant, DateTimeOffset from);
}

/// <param name="Hour">Its first moment.</param>
public readonly record struct HealthHour(AccountId Account, DateTimeOffset Hour, HealthCounts Counts);
