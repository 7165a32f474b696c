using System.Text.Json.Nodes;
using Actors.Crash.Processes;
using Microsoft.Data.Sqlite;

namespace Actors.Crash.Settings;

/// <summary>Tenants that leave, whose erasure falls due while no process runs, and is killed in its midst.</summary>
internal static class Departures
{
    private const string Prefix = "leaver-";

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    /// <summary>Everything it has is made before it gives notice.</summary>
    public static Setting Leaver(int number) => new(
        $"departure of {Prefix}{number}", ["leaving"],
        async (desk, _) =>
        {
            var path = $"admin/tenants/{Prefix}{number}";
            if ((string?)(await desk.Operator.Get($"{path}/departure"))?["status"] is "erasing" or "erased")
                return;
            await Fill(desk, $"{Prefix}{number}");
            await desk.Operator.Do(HttpMethod.Post, $"{path}/leave");
        },
        async desk => (string?)(await desk.Operator.Get($"admin/tenants/{Prefix}{number}/departure"))?["status"]
            is null or "staying" ? null : "leaving");

    /// <summary>Ends every notice: what the turn of a month does to a server that is down. No server runs.</summary>
    public static void End(string data)
    {
        using var database = Open(data);
        using var command = database.CreateCommand();
        command.CommandText = $"""
            UPDATE grain_state SET due_at = 1,
                state = json_set(state, '$.departure.ends_at', '2020-01-01T00:00:00+00:00')
            WHERE grain LIKE 'departure/{Prefix}%' AND json_extract(state, '$.departure.phase') = 1
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>Waits until all that have left are erased.</summary>
    /// <returns>Those that are not.</returns>
    public static async Task<IReadOnlyList<string>> Check(Desk desk, int lives)
    {
        using var limit = new CancellationTokenSource(Waiting.Max, TimeProvider.System);
        using var timer = new PeriodicTimer(Again, TimeProvider.System);
        while (true)
        {
            var left = new List<string>();
            for (var number = 0; number < lives; number++)
            {
                var departure = await desk.Operator.Get($"admin/tenants/{Prefix}{number}/departure");
                if ((string?)departure?["status"] == "erasing")
                    left.Add($"{Prefix}{number} is not erased yet");
            }

            if (left.Count == 0 || limit.IsCancellationRequested)
                return left;
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>What is stored of tenants that are erased, beside that they were there. No server runs.</summary>
    public static IReadOnlyList<string> Left(string data)
    {
        using var database = Open(data);
        using var command = database.CreateCommand();
        command.CommandText = $"""
            WITH gone AS (
                SELECT substr(grain, length('departure/') + 1) AS tenant FROM grain_state
                WHERE grain LIKE 'departure/{Prefix}%' AND json_extract(state, '$.departure.phase') = 3)
            SELECT 'the state ' || grain FROM grain_state, gone
            WHERE (instr(coalesce(state, ''), '"' || tenant || '"') > 0 OR grain LIKE '%/' || tenant
                    OR grain LIKE '%/' || tenant || '/%')
                AND grain NOT IN ('departure/' || tenant, 'tenant/' || tenant)
            UNION ALL SELECT 'a list has ' || kind || ' ' || id FROM listings JOIN gone USING (tenant)
            UNION ALL SELECT 'a message ' || messages.no FROM messages
                JOIN tenants ON messages.no >> 43 = tenants.no JOIN gone ON gone.tenant = tenants.name
            UNION ALL SELECT 'an event ' || events.no FROM events
                JOIN tenants ON events.no >> 40 = tenants.no JOIN gone ON gone.tenant = tenants.name
            """;
        using var rows = command.ExecuteReader();
        var left = new List<string>();
        while (rows.Read())
            left.Add($"of a tenant that is erased there is {rows.GetString(0)}");
        return left;
    }

    private static async Task Fill(Desk desk, string tenant)
    {
        var path = $"admin/tenants/{tenant}";
        var tester = $"tester@{tenant}.test";
        await desk.Operator.Do(
            HttpMethod.Post, "admin/tenants", new JsonObject { ["id"] = tenant, ["name"] = tenant });
        await desk.Operator.Do(HttpMethod.Post, $"{path}/smtp-accounts", new JsonObject
        {
            ["id"] = "acc_leaver", ["name"] = "Leaver", ["approved"] = true,
        });
        await desk.Operator.Do(
            HttpMethod.Post, $"{path}/smtp-accounts/acc_leaver/logins", new JsonObject { ["application"] = "shop" });
        await desk.Operator.Do(HttpMethod.Post, $"{path}/users", new JsonObject
        {
            ["email"] = $"admin@{tenant}.test", ["role"] = "admin",
        });
        await desk.Operator.Do(HttpMethod.Post, $"{path}/senders", new JsonObject { ["sender"] = $"{tenant}.test" });
        var key = (string)(await desk.Operator.Do(
            HttpMethod.Post, $"{path}/api-keys", new JsonObject { ["name"] = "leaver" }))!["key"]!;
        using var own = desk.Customer.With(key);
        await own.Do(HttpMethod.Put, "email-footer", new JsonObject { ["text"] = "Bye" });
        await own.Do(HttpMethod.Post, "senders", new JsonObject { ["email"] = $"news@{tenant}.test" });
        if (await Mailroom.Find(own, "test-addresses", tester) is null) // a second mail within a minute is refused
            await own.Do(HttpMethod.Post, "test-addresses", new JsonObject { ["email"] = tester });
        await own.Do(HttpMethod.Post, "messages", new JsonObject
        {
            ["from"] = new JsonObject { ["email"] = $"news@{tenant}.test" },
            ["to"] = new JsonArray(new JsonObject { ["email"] = "later@held.test" }),
            ["subject"] = "Later", ["text"] = "Later",
        });
    }

    private static SqliteConnection Open(string data)
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(data, "actors.db")};Pooling=False");
        database.Open();
        return database;
    }
}
