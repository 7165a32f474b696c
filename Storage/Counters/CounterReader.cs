using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Statistics;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Writing;

namespace Actors.Storage.Counters;

/// <summary>Reads what was counted: a few rows for each day and stream, however many messages and tags there
/// were.</summary>
internal sealed class CounterReader(IDatabase database, TenantDirectory tenants) : ICounterReader
{
    /// <summary>The rows with neither campaign nor tag count every message once.</summary>
    private static readonly Sql OfDay = new("""
        SELECT kind, category, hard, count FROM counters
        WHERE tenant = ?1 AND tag = '' AND campaign = '' AND day = ?2 AND account = ?3 AND stream = ?4 AND kind < 100
        """);

    private static readonly Sql HeldNow = new("""
        SELECT coalesce(sum(count), 0) FROM held_counts
        WHERE tenant = ?1 AND tag = '' AND campaign = '' AND account = ?2
        """);

    private static readonly MailStream[] Streams = Enum.GetValues<MailStream>();

    public async Task<AccountCounts> OfAccount(TenantId tenant, AccountId account, DateOnly first, DateOnly last)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return new AccountCounts([], 0);
        var counts = ImmutableArray.CreateBuilder<EventCount>();
        for (var day = first.DayNumber; day <= last.DayNumber; day++)
            foreach (var stream in Streams)
                Read(reading, number, DateOnly.FromDayNumber(day), account, stream, counts);
        return new AccountCounts(counts.ToImmutable(), Held(reading, number, account));
    }

    public async Task<ReportCounts?> Report(TenantId tenant, ReportFilter filter, ReportGrouping grouping)
    {
        using var reading = await database.Read();
        return tenants.Find(tenant, reading) is { } number
            ? new ReportStatement(reading, number, filter).Run(grouping)
            : new ReportCounts([], 0);
    }

    public async Task<CampaignPage> Campaigns(TenantId tenant, CampaignSearch search)
    {
        using var reading = await database.Read();
        return tenants.Find(tenant, reading) is { } number
            ? new CampaignStatement(reading, number, search).Run()
            : new CampaignPage([], null);
    }

    public async Task<BillingFigures> Billing(TenantId tenant, DateOnly first, DateOnly last)
    {
        using var reading = await database.Read();
        return BillingStatement.Run(reading, tenants.Find(tenant, reading), first, last);
    }

    private static void Read(
        IReading reading, long tenant, DateOnly day, AccountId account, MailStream stream,
        ImmutableArray<EventCount>.Builder counts)
    {
        using var rows = reading.Prepare(OfDay);
        rows.Bind(1, tenant);
        rows.Bind(2, (long)StoredTime.DayOf(day));
        rows.Bind(3, account.Value);
        rows.Bind(4, (long)stream);
        while (rows.Step())
            counts.Add(new EventCount(
                day, EventKinds.NameOf(rows.Number(0)), rows.Text(1), rows.Number(2) != 0, rows.Number(3)));
    }

    private static long Held(IReading reading, long tenant, AccountId account)
    {
        using var row = reading.Prepare(HeldNow);
        row.Bind(1, tenant);
        row.Bind(2, account.Value);
        row.Step();
        return row.Number(0);
    }
}
