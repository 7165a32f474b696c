using Actors.Grains.Ids;
using Actors.Grains.Statistics;

namespace Actors.Grains.Ports;

/// <summary>Reads counters; see <see cref="IStatisticsGrain"/> for what each answer means.</summary>
public interface ICounterReader
{
    Task<AccountCounts> OfAccount(TenantId tenant, AccountId account, DateOnly first, DateOnly last);

    Task<ReportCounts?> Report(TenantId tenant, ReportFilter filter, ReportGrouping grouping);

    Task<CampaignPage> Campaigns(TenantId tenant, CampaignSearch search);

    Task<BillingFigures> Billing(TenantId tenant, DateOnly first, DateOnly last);
}
