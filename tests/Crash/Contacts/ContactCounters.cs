using Microsoft.Data.Sqlite;

namespace Actors.Crash.Contacts;

/// <summary>Reads the database of a server that has stopped: what is added up in commits beside what it is added up
/// of.</summary>
internal static class ContactCounters
{
    /// <summary>Each shows rows that differ: what is counted, what there is.</summary>
    private static readonly (string What, string Query)[] Differences =
    [
        ("contacts by standing", """
            WITH there AS (SELECT tenant, standing, count(*) AS n FROM contacts WHERE is_contact = 1 GROUP BY 1, 2)
            SELECT coalesce(counted.tenant, there.tenant) || ' ' || coalesce(counted.standing, there.standing),
                coalesce(count, 0), coalesce(n, 0)
            FROM contact_totals AS counted FULL JOIN there USING (tenant, standing)
            WHERE coalesce(count, 0) <> coalesce(n, 0)
            """),
        ("active contacts at the end of the last day", """
            WITH last AS (SELECT tenant, active, max(day) FROM contact_days GROUP BY tenant)
            SELECT tenant, active, count FROM last JOIN contact_totals USING (tenant)
            WHERE standing = 0 AND active <> count
            """),
        ("contacts on lists", """
            WITH there AS (
                SELECT tenant, json_extract(value, '$.name') AS list, count(*) AS n
                FROM contacts, json_each(contacts.state, '$.lists')
                WHERE is_contact = 1 AND json_extract(value, '$.left_at') IS NULL GROUP BY 1, 2),
            counted AS (SELECT tenant, list, count(*) AS count FROM contact_lists GROUP BY 1, 2)
            SELECT coalesce(counted.list, there.list), coalesce(count, 0), coalesce(n, 0)
            FROM counted FULL JOIN there USING (tenant, list) WHERE coalesce(count, 0) <> coalesce(n, 0)
            """),
        ("what is finished, hard or complained of in an hour", """
            WITH happened AS (
                SELECT events.no >> 40 AS tenant, at / 3600000000 AS hour, account,
                    sum(kind IN (4, 6, 10)) AS finished,
                    sum(kind IN (6, 10, 14) AND coalesce(json_extract(data, '$.hardness') = 'hard'
                        AND json_extract(data, '$.scope') IN ('recipient', 'domain')
                        AND json_extract(data, '$.category') <> 'timeout', 0)) AS hard,
                    sum(kind = 13) AS complaints
                FROM events JOIN messages ON messages.no = events.message
                WHERE kind IN (4, 6, 10, 13, 14)
                    AND events.no >> 40 IN (SELECT no FROM tenants WHERE name <> 'operator') GROUP BY 1, 2, 3)
            SELECT coalesce(health.hour, happened.hour),
                coalesce(health.finished || '/' || health.hard || '/' || health.complaints, 'none'),
                coalesce(happened.finished || '/' || happened.hard || '/' || happened.complaints, 'none')
            FROM health FULL JOIN happened USING (tenant, hour, account)
            WHERE (health.finished, health.hard, health.complaints)
                IS NOT (happened.finished, happened.hard, happened.complaints)
            """),
        ("effects", "SELECT 'left', count(*), 0 FROM effects HAVING count(*) > 0"),
    ];

    public static IEnumerable<string> Check(string data)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(data, "actors.db")};Pooling=False");
        database.Open();
        foreach (var (what, query) in Differences)
        {
            using var command = database.CreateCommand();
            command.CommandText = query;
            using var rows = command.ExecuteReader();
            while (rows.Read())
                yield return $"{what}: {rows.GetValue(0)}: counted {rows.GetValue(1)}, there are {rows.GetValue(2)}";
        }
    }
}
