using Actors.Grains.Alarms;
using Actors.Grains.Departures;

namespace Actors.Grains.Allowances;

/// <summary>Tells a tenant's admins by mail that most or all of an allowance is used: each once a month.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("allowance-watch")]
public interface IAllowanceWatchGrain : IAlarmed, ITenantPart
{
    /// <summary>Asked before what may reach a level is stored: from then on it is looked at, also after a
    /// crash.</summary>
    Task Arm();

    /// <summary>Looks at what is used, and tells of a level that is reached.</summary>
    /// <returns>What the tenant has been told of in this month.</returns>
    Task<AllowanceLevels> Look();
}

/// <summary>Levels in per cent; 0 for none.</summary>
[GenerateSerializer, Immutable, Alias("allowance-levels")]
public readonly record struct AllowanceLevels(int Messages, int Contacts);
