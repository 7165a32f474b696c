using Actors.Grains.Ids;
using Actors.Grains.Statistics;

namespace Actors.Grains.Ports;

/// <summary>Finds the messages behind a number of a report.</summary>
public interface IReportedReader
{
    /// <inheritdoc cref="IStatisticsGrain.Recipients"/>
    Task<ReportedPage> Find(TenantId tenant, ReportedSearch search);
}
