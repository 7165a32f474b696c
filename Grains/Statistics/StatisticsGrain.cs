using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Statistics;

[StatelessWorker]
public sealed class StatisticsGrain(ICounterReader counters, IReportedReader reported) : Grain, IStatisticsGrain
{
    public Task<AccountCounts> OfAccount(AccountId account, DateOnly first, DateOnly last) =>
        counters.OfAccount(Tenant, account, first, last);

    public Task<ReportCounts?> Report(ReportFilter filter, ReportGrouping grouping) =>
        counters.Report(Tenant, filter, grouping);

    public Task<CampaignPage> Campaigns(CampaignSearch search) => counters.Campaigns(Tenant, search);

    public Task<ReportedPage> Recipients(ReportedSearch search) => reported.Find(Tenant, search);

    public Task<BillingFigures> Billing(DateOnly first, DateOnly last) => counters.Billing(Tenant, first, last);

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());
}
