using Microsoft.Data.Sqlite;

namespace Actors.Crash.Checking;

/// <summary>Reads the database of a server that has stopped.</summary>
internal static class Counters
{
    private const string Differences = """
        WITH counted AS (
            SELECT tenant, kind, sum(count) AS n FROM counters WHERE tag = '' GROUP BY tenant, kind),
        logged AS (
            SELECT no >> 40 AS tenant, kind, count(*) AS n FROM events GROUP BY no >> 40, kind)
        SELECT coalesce(counted.kind, logged.kind), coalesce(counted.n, 0), coalesce(logged.n, 0)
        FROM counted FULL JOIN logged USING (tenant, kind)
        WHERE coalesce(counted.n, 0) <> coalesce(logged.n, 0)
        """;

    private const string HeldDifferences = """
        WITH held AS (SELECT no >> 43 AS tenant, account, count(*) AS n FROM messages WHERE phase = 4 GROUP BY 1, 2)
        SELECT coalesce(held_counts.account, held.account), coalesce(held_counts.count, 0), coalesce(n, 0)
        FROM held_counts FULL JOIN held USING (tenant, account)
        WHERE coalesce(held_counts.count, 0) <> coalesce(n, 0)
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
        using var held = database.CreateCommand();
        held.CommandText = HeldDifferences;
        using var accounts = held.ExecuteReader();
        while (accounts.Read())
            yield return $"{accounts.GetInt64(1)} messages of {accounts.GetString(0)} were counted as held, and "
                + $"{accounts.GetInt64(2)} are";
    }
}
