using System.Collections.Immutable;
using Actors.Grains.Statistics;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Writing;

namespace Actors.Storage.Counters;

/// <summary>A page of campaigns with their totals, in the order of names.</summary>
internal sealed class CampaignStatement(IReading reading, long tenant, CampaignSearch search)
{
    private static readonly Sql Totals = new("""
        SELECT kind, category, hard, sum(count), min(day), max(day) FROM counters
        WHERE tenant = ?1 AND tag = '' AND campaign = ?2 AND day BETWEEN ?3 AND ?4
            AND (?5 IS NULL OR account = ?5) AND kind < 100
        GROUP BY 1, 2, 3
        """);

    public CampaignPage Run()
    {
        var found = ImmutableArray.CreateBuilder<CampaignCounts>();
        var last = search.After ?? "";
        for (var seen = 0; seen < StatisticsLimits.NamesAPageMax && found.Count < search.Limit; seen++)
        {
            if (CounterNames.After(reading, tenant, "", last) is not { } name)
                return new CampaignPage(found.DrainToImmutable(), null);
            last = name;
            if (Fits(name) && Read(name) is { } campaign)
                found.Add(campaign);
        }

        return new CampaignPage(
            found.DrainToImmutable(), CounterNames.After(reading, tenant, "", last) is null ? null : last);
    }

    private bool Fits(string name) =>
        search.Search is not { } part || name.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where nothing happened on these days, or nothing of that account.</returns>
    private CampaignCounts? Read(string name)
    {
        using var rows = reading.Prepare(Totals);
        rows.Bind(1, tenant);
        rows.Bind(2, name);
        rows.Bind(3, (long)StoredTime.DayOf(search.First));
        rows.Bind(4, (long)StoredTime.DayOf(search.Last));
        rows.Bind(5, search.Account?.Value);
        var counts = ImmutableArray.CreateBuilder<GroupCount>();
        var (first, last) = (long.MaxValue, long.MinValue);
        while (rows.Step())
        {
            counts.Add(new GroupCount(
                "", EventKinds.NameOf(rows.Number(0)), rows.Text(1), rows.Number(2) != 0, rows.Number(3)));
            first = Math.Min(first, rows.Number(4));
            last = Math.Max(last, rows.Number(5));
        }

        return counts.Count == 0
            ? null
            : new CampaignCounts(
                name, StoredTime.ReadDay(first), StoredTime.ReadDay(last), counts.DrainToImmutable());
    }
}
