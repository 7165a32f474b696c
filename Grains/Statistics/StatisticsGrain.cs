using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Statistics;

[StatelessWorker]
public sealed class StatisticsGrain(ICounterReader counters) : Grain, IStatisticsGrain
{
    public Task<AccountCounts> OfAccount(AccountId account, DateOnly first, DateOnly last) =>
        counters.OfAccount(TenantId.Parse(this.GetPrimaryKeyString()), account, first, last);
}
