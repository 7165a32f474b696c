using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Ports;
using Actors.Storage.Databases;

namespace Actors.Storage.Listings;

internal sealed class ListingReader(IDatabase database) : IListingReader
{
    private const string Filter = """
            kind = ?1 AND (?4 = '' OR instr(marks, ?4) > 0) AND (?5 = '' OR instr(search, ?5) > 0)
        """;

    private const string OfTenantFilter = $"WHERE {Filter} AND tenant = ?2 AND (?3 = '' OR topic = ?3)";
    private const string OfTopicFilter = $"WHERE {Filter} AND topic = ?3 AND topic <> ''";
    private const string OfAllFilter = $"WHERE {Filter} AND ?3 = ''";
    private const string BehindOfTenant = "AND id > ?7 ORDER BY id LIMIT ?8";
    private const string Behind = "AND (tenant, id) > (?6, ?7) ORDER BY tenant, id LIMIT ?8";

    private static readonly Sql OfTenant = new($"SELECT tenant, id FROM listings {OfTenantFilter} {BehindOfTenant}");
    private static readonly Sql OfTopic = new($"SELECT tenant, id FROM listings {OfTopicFilter} {Behind}");
    private static readonly Sql OfAll = new($"SELECT tenant, id FROM listings {OfAllFilter} {Behind}");

    private static readonly Sql CountOfTenant = new($"SELECT count(*) FROM listings {OfTenantFilter}");
    private static readonly Sql CountOfTopic = new($"SELECT count(*) FROM listings {OfTopicFilter}");
    private static readonly Sql CountOfAll = new($"SELECT count(*) FROM listings {OfAllFilter}");

    public async Task<ListingPage> List(ListingQuery query)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(Fitting(query, OfTenant, OfTopic, OfAll));
        Bind(rows, query);
        rows.Bind(6, query.After?.Tenant?.Value ?? "");
        rows.Bind(7, query.After?.Id ?? "");
        rows.Bind(8, query.Limit + 1L);
        var items = ImmutableArray.CreateBuilder<ListedId>();
        while (rows.Step())
            items.Add(new ListedId(TenantId.TryParse(rows.Text(0), out var tenant) ? tenant : null, rows.Text(1)));
        var more = items.Count > query.Limit;
        if (more)
            items.RemoveAt(query.Limit);
        return new ListingPage(items.ToImmutable(), more);
    }

    public async Task<int> Count(ListingQuery query)
    {
        using var reading = await database.Read();
        using var row = reading.Prepare(Fitting(query, CountOfTenant, CountOfTopic, CountOfAll));
        Bind(row, query);
        row.Step();
        return (int)row.Number(0);
    }

    private static Sql Fitting(ListingQuery query, Sql ofTenant, Sql ofTopic, Sql ofAll) =>
        query.Tenant is not null ? ofTenant : query.Topic is not null ? ofTopic : ofAll;

    private static void Bind(IStatement statement, ListingQuery query)
    {
        statement.Bind(1, query.Kind);
        statement.Bind(2, query.Tenant?.Value ?? "");
        statement.Bind(3, query.Topic ?? "");
        statement.Bind(4, query.Mark is { } mark ? ListingRow.Mark(mark) : "");
        statement.Bind(5, ListingRow.Fold(query.Search ?? ""));
    }
}
