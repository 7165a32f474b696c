using System.Runtime.InteropServices;
using Actors.Grains.Ids;
using Microsoft.Data.Sqlite;

namespace Actors.Benchmarks.Reports;

/// <summary>The counters that a month of mail leaves: 4 accounts, 40 campaigns, 20 tags of which each message has
/// two.</summary>
internal sealed class Counted
{
    public const int Days = 30;

    private const int Accounts = 4;
    private const int Campaigns = 40;
    private const int Tags = 20;
    private const int Accepted = 1;
    private const int Delivered = 4;
    private const int Deferred = 5;
    private const int Bounced = 6;
    private const int Complained = 13;

    private static readonly string[] Categories = ["invalid_recipient", "mailbox_full", "spam_content", "timeout"];

    private readonly Dictionary<Row, int> rows = [];

    public static DateOnly First { get; } = new(2030, 1, 1);

    public static TenantId Tenant { get; } = TenantId.Parse("shop");

    /// <summary>Of a hundred messages ninety-six are delivered, four bounce; five are deferred once, and of a thousand
    /// one is complained of.</summary>
    public static Counted Of(int messages)
    {
        var counted = new Counted();
        for (var i = 0; i < messages; i++)
        {
            counted.Count(i, Accepted, "", false);
            if (i % 20 == 3)
                counted.Count(i, Deferred, "mailbox_full", false);
            if (i % 25 == 7)
                counted.Count(i, Bounced, Categories[i / 25 % Categories.Length], i / 25 % Categories.Length == 0);
            else
                counted.Count(i, Delivered, "", false);
            if (i % 1000 == 1)
                counted.Count(i, Complained, "", false);
        }

        return counted;
    }

    /// <returns>How many rows there are.</returns>
    public int Insert(string path)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        using var transaction = database.BeginTransaction();
        using var command = database.CreateCommand();
        command.CommandText =
            $"INSERT INTO tenants (no, name, submissions, events, erased) VALUES (1, '{Tenant}', 0, 0, 0)";
        command.ExecuteNonQuery();
        command.CommandText = """
            INSERT INTO counters (tenant, tag, campaign, day, account, stream, kind, category, hard, count)
            VALUES (1, $tag, $campaign, $day, $account, 1, $kind, $category, $hard, $count)
            """;
        foreach (var (row, count) in rows)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$tag", row.Tag == 0 ? "" : $"tag-{row.Tag:00}");
            command.Parameters.AddWithValue("$campaign", row.Campaign == 0 ? "" : $"campaign-{row.Campaign:00}");
            command.Parameters.AddWithValue("$day", First.DayNumber - new DateOnly(1970, 1, 1).DayNumber + row.Day);
            command.Parameters.AddWithValue("$account", $"acc_{row.Account}");
            command.Parameters.AddWithValue("$kind", row.Kind);
            command.Parameters.AddWithValue("$category", row.Category);
            command.Parameters.AddWithValue("$hard", row.Hard ? 1 : 0);
            command.Parameters.AddWithValue("$count", count);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return rows.Count;
    }

    /// <summary>In all rows that a commit counts a message in: of all, of its campaign, of each tag with it.</summary>
    private void Count(int message, int kind, string category, bool hard)
    {
        var campaign = message / 7 % (Campaigns + 1);
        var row = new Row(0, 0, message % Days, message / Days % Accounts, kind, category, hard);
        Add(row);
        Add(row with { Tag = (message / 11 % Tags) + 1, Campaign = campaign });
        Add(row with { Tag = ((message / 11 + 1 + (message % 3)) % Tags) + 1, Campaign = campaign });
        if (campaign > 0)
            Add(row with { Campaign = campaign });
    }

    private void Add(Row row) => CollectionsMarshal.GetValueRefOrAddDefault(rows, row, out _)++;

    /// <param name="Tag">From 1; 0 for none, as of a campaign.</param>
    private readonly record struct Row(
        int Tag, int Campaign, int Day, int Account, int Kind, string Category, bool Hard);
}
