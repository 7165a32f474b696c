using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Sandbox;
using Actors.Grains.SmtpAccounts;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Sqlite;

/// <summary>Folders that an earlier version has filled.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TestStore test = new();

    private string Earlier => Path.Combine(test.Folder, "earlier.db");

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task a_folder_of_an_earlier_schema_opens_with_all_that_it_held(int version)
    {
        var (ended, waiting) = await Fill();
        test.Store.Dispose();
        var copied = WriteBack(version);
        test.Reopen();

        (await test.Read(ended)).State!.Phase.ShouldBe(MessagePhase.Delivered);
        (await test.Read(waiting)).State!.Phase.ShouldBe(MessagePhase.Held);
        Numbers("SELECT count FROM held_counts").ShouldBe([1]);
        (await test.Store.TenantRows.Unfinished(Samples.Demo, 10)).ShouldBe([waiting]);
        (await test.Store.Events.Read(Samples.Demo, 0, 100)).ShouldNotBeNull().Events.Length.ShouldBe(4);
        (await test.Store.Sandbox.List(Samples.Demo, null, 10)).Mails.ShouldHaveSingleItem();
        var account = new GrainState<SmtpAccountState>();
        await test.Store.Grains.ReadStateAsync("smtp-account", AccountGrain, account);
        account.State!.Name.ShouldBe("News");
        (await test.Store.Listings.List(new ListingQuery(ListingKinds.SmtpAccount) { Tenant = Samples.Demo }))
            .Items.ShouldBe([new ListedId(Samples.Demo, "acc_news")]);

        await test.Change(waiting, s => s.Delivered()); // and it goes on
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        copied.ShouldContain("messages");
        while (await test.Store.TenantRows.EraseSome(Samples.Other))
        {
        }
    }

    private static GrainId AccountGrain => GrainId.Create("smtpaccount", "demo/acc_news");

    private async Task<(MessageKey Ended, MessageKey Waiting)> Fill()
    {
        var ended = Samples.Record(
            Samples.Demo, Samples.NewId(), [Samples.Message() with { Tags = ["spring"] }],
            Samples.Raw(new string('x', 70_000))).WithKey("order-1");
        var waiting = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(ended);
        await test.Store.Submissions.Commit(waiting);
        await test.Change(ended.Key(), s => s.Delivered());
        await test.Change(waiting.Key(), s => s.Held(HoldReason.AccountPaused));
        await test.Store.Sandbox.Add(
            Samples.Demo, new SandboxMail("01", Samples.Noon, "a@example.org", "b@sandbox.test", "Hello", 4, null),
            "mail"u8.ToArray());
        await test.Store.Grains.WriteStateAsync("smtp-account", AccountGrain, new GrainState<SmtpAccountState>
        {
            State = new SmtpAccountState { Name = "News", Approved = true },
        });
        return (ended.Key(), waiting.Key());
    }

    /// <summary>Puts a database of that schema in the place of the present one, with every row of it that there was
    /// room for then.</summary>
    /// <returns>The tables that got rows.</returns>
    private List<string> WriteBack(int version)
    {
        var filled = new List<string>();
        using (var earlier = new SqliteConnection(Earlier))
        {
            foreach (var step in Migrations.Steps().Take(version))
                earlier.Run(step);
            earlier.Run($"PRAGMA user_version = {version}; ATTACH '{test.Database}' AS present");
            foreach (var table in Texts(earlier, "SELECT name FROM main.sqlite_schema WHERE type = 'table'"))
            {
                if (table.StartsWith("sqlite", StringComparison.Ordinal))
                    continue;
                var columns = string.Join(
                    ", ", Texts(earlier, $"SELECT name FROM pragma_table_info('{table}', 'main')"));
                earlier.Run($"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM present.{table}");
                filled.AddRange(Texts(earlier, $"SELECT '{table}' FROM main.{table} LIMIT 1"));
            }
        }

        foreach (var file in Directory.EnumerateFiles(test.Folder, "actors.db*"))
            File.Delete(file);
        File.Move(Earlier, test.Database);
        return filled;
    }

    private List<long> Numbers(string sql)
    {
        var numbers = new List<long>();
        using var connection = new SqliteConnection(test.Database);
        using var rows = connection.Prepare(new Sql(sql));
        while (rows.Step())
            numbers.Add(rows.Number(0));
        return numbers;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        var texts = new List<string>();
        using var rows = connection.Prepare(new Sql(sql));
        while (rows.Step())
            texts.Add(rows.Text(0));
        return texts;
    }
}
