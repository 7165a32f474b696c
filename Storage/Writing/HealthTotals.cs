using System.Runtime.InteropServices;
using Actors.Grains.Thresholds;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>What a transaction adds to the outcomes that accounts are watched by: one row for each account and hour,
/// however many events it holds.</summary>
internal sealed class HealthTotals
{
    private static readonly Sql Insert = new("""
        INSERT INTO health (tenant, hour, account, finished, hard, complaints) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO UPDATE SET finished = finished + excluded.finished, hard = hard + excluded.hard,
            complaints = complaints + excluded.complaints
        """);

    private readonly Dictionary<(long Tenant, int Hour, string Account), HealthCounts> totals = [];

    public void Add(long tenant, int hour, string account, HealthCounts counts)
    {
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, (tenant, hour, account), out _);
        total += counts;
    }

    public void Store(ITransaction transaction)
    {
        foreach (var ((tenant, hour, account), counts) in totals)
        {
            using var statement = transaction.Prepare(Insert);
            statement.Bind(1, tenant);
            statement.Bind(2, (long)hour);
            statement.Bind(3, account);
            statement.Bind(4, counts.Finished);
            statement.Bind(5, counts.Hard);
            statement.Bind(6, counts.Complaints);
            statement.Execute();
        }

        totals.Clear();
    }

    public void Clear() => totals.Clear();
}
