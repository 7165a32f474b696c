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

    /// <summary>Of a hundred messages about 96 are delivered and 4 bounce; 5 are deferred once, and of a thousand one
    /// is complained of.</summary>
    public static Counted Of(int messages)
    {
        var counted = new Counted();
        var chance = new Random(1);
        for (var i = 0; i < messages; i++)
            counted.Count(chance, (int)((long)i * Days / messages));
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

    private void Count(Random chance, int day)
    {
        var campaign = chance.Next(Campaigns + 1);
        var tag = chance.Next(Tags);
        var account = chance.Next(Accounts);
        (int First, int Second) tags = (tag + 1, ((tag + chance.Next(1, Tags)) % Tags) + 1);
        Count(Accepted, "", false);
        if (chance.Next(20) == 0)
            Count(Deferred, "mailbox_full", false);
        if (chance.Next(25) == 0)
        {
            var category = chance.Next(Categories.Length);
            Count(Bounced, Categories[category], category == 0);
            return;
        }

        Count(Delivered, "", false);
        if (chance.Next(1_000) == 0)
            Count(Complained, "", false);

        void Count(int kind, string category, bool hard) =>
            AddAll(new Row(0, campaign, day, account, kind, category, hard), tags.First, tags.Second);
    }

    /// <summary>In all rows that a commit counts a message in: of all, of its campaign, of each tag with it.</summary>
    private void AddAll(Row row, int first, int second)
    {
        Add(row with { Campaign = 0 });
        Add(row with { Tag = first });
        Add(row with { Tag = second });
        if (row.Campaign > 0)
            Add(row);
    }

    private void Add(Row row) => CollectionsMarshal.GetValueRefOrAddDefault(rows, row, out _)++;

    /// <param name="Tag">From 1; 0 for none, as of a campaign.</param>
    private readonly record struct Row(
        int Tag, int Campaign, int Day, int Account, int Kind, string Category, bool Hard);
}
