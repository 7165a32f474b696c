using Microsoft.Data.Sqlite;

namespace Actors.Crash.Checking;

/// <summary>Reads the database of a server that has stopped.</summary>
internal static class Counters
{
    private const string Differences = """
        WITH counted AS (
            SELECT tenant, kind, sum(count) AS n FROM counters WHERE tag = '' AND campaign = '' AND kind < 100
            GROUP BY tenant, kind),
        logged AS (
            SELECT no >> 40 AS tenant, kind, count(*) AS n FROM events GROUP BY no >> 40, kind)
        SELECT coalesce(counted.kind, logged.kind), coalesce(counted.n, 0), coalesce(logged.n, 0)
        FROM counted FULL JOIN logged USING (tenant, kind)
        WHERE coalesce(counted.n, 0) <> coalesce(logged.n, 0)
        """;

    private const string HeldDifferences = """
        WITH held AS (SELECT no >> 43 AS tenant, account, count(*) AS n FROM messages WHERE phase = 4 GROUP BY 1, 2)
        SELECT coalesce(counted.account, held.account), coalesce(counted.count, 0), coalesce(n, 0)
        FROM (SELECT tenant, account, sum(count) AS count FROM held_counts WHERE tag = '' AND campaign = ''
            GROUP BY tenant, account) AS counted FULL JOIN held USING (tenant, account)
        WHERE coalesce(counted.count, 0) <> coalesce(n, 0)
        """;

    /// <summary>What is billed, beside the events of the messages that are billed: 100 charged, 101 by own
    /// servers.</summary>
    private const string BilledDifferences = """
        WITH counted AS (
            SELECT tenant, kind, account, sum(count) AS n FROM counters
            WHERE tag = '' AND campaign = '' AND kind >= 100 GROUP BY tenant, kind, account),
        billed AS (
            SELECT events.no >> 40 AS tenant, iif(json_extract(state, '$.byOwnServer'), 101, 100) AS kind, account,
                sum(iif(events.kind IN (1, 2), 1, -1)) AS n
            FROM events JOIN messages ON messages.no = events.message
            WHERE events.kind IN (1, 2, 11, 12)
                AND (json_extract(state, '$.byOwnServer') OR json_extract(state, '$.charged'))
            GROUP BY 1, 2, 3)
        SELECT coalesce(counted.account, billed.account), coalesce(counted.n, 0), coalesce(billed.n, 0)
        FROM counted FULL JOIN billed USING (tenant, kind, account)
        WHERE coalesce(counted.n, 0) <> coalesce(billed.n, 0)
        """;

    public static IEnumerable<string> Check(string data)
    {
        var path = Path.Combine(data, "actors.db");
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        using var integrity = database.CreateCommand();
        integrity.CommandText = "PRAGMA integrity_check";
        if ((string)integrity.ExecuteScalar()! is not "ok" and var fault)
            yield return $"the database is damaged: {fault}";
        using var differences = database.CreateCommand();
        differences.CommandText = Differences;
        using var rows = differences.ExecuteReader();
        while (rows.Read())
            yield return $"kind {rows.GetInt64(0)} was counted {rows.GetInt64(1)} times, and happened "
                + $"{rows.GetInt64(2)} times";
        foreach (var difference in Differing(database, HeldDifferences, "held"))
            yield return difference;
        foreach (var difference in Differing(database, BilledDifferences, "billed"))
            yield return difference;
    }

    private static IEnumerable<string> Differing(SqliteConnection database, string query, string what)
    {
        using var command = database.CreateCommand();
        command.CommandText = query;
        using var accounts = command.ExecuteReader();
        while (accounts.Read())
            yield return $"{accounts.GetInt64(1)} messages of {accounts.GetString(0)} were counted as {what}, and "
                + $"{accounts.GetInt64(2)} are";
    }
}
