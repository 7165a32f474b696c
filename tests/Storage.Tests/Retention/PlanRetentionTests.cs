using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Ports;
using Actors.Grains.Subscriptions;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Retention;

/// <summary>How long a tenant's log is kept is a matter of its plan.</summary>
public sealed class PlanRetentionTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(PlanName.Startup, 1)]
    [InlineData(PlanName.Essential, 7)]
    [InlineData(PlanName.Pro, 15)]
    [InlineData(PlanName.Enterprise, 15)]
    public async Task a_message_is_kept_the_days_of_the_plan_after_it_ended(PlanName plan, int days)
    {
        await Contract(plan);
        await KeptFor(days);
    }

    [Fact]
    public async Task an_add_on_keeps_it_longer_than_any_plan()
    {
        await Contract(PlanName.Pro, extraDays: 60);
        await KeptFor(75);
    }

    [Fact]
    public async Task a_plan_cannot_keep_it_longer_than_the_operators_option()
    {
        var generous = PlanTable.BuiltIn with
        {
            Plans = [.. PlanTable.BuiltIn.Plans.Select(one => one with { LogRetentionDays = 90 })],
        };
        await Contract(PlanName.Pro, extraDays: 5, catalogue: generous);
        await KeptFor(test.Options.RetentionDays + 5);
    }

    [Fact]
    public async Task days_count_from_the_end_and_until_then_no_event_of_the_message_goes()
    {
        await Contract(PlanName.Startup);
        var slow = await Sent();
        var quick = await Sent();
        await test.Change(quick.Key(), s => s.Delivered(Samples.Noon));
        test.Time.Advance(TimeSpan.FromDays(3));
        await test.Change(slow.Key(), s => s.Delivered(test.Time.GetUtcNow()));
        test.Time.Advance(TimeSpan.FromHours(23));
        await test.Store.Erase();

        (await test.Store.Messages.Message(Samples.Demo, quick.Key().Message)).ShouldBeNull();
        var kept = await test.Store.Messages.Message(Samples.Demo, slow.Key().Message);
        kept.ShouldNotBeNull().Events.Select(one => one.Type).ShouldBe(["message.accepted", "message.delivered"]);

        test.Time.Advance(TimeSpan.FromHours(2));
        await test.Store.Erase();
        (await test.Store.Messages.Message(Samples.Demo, slow.Key().Message)).ShouldBeNull();
        Rows("events").ShouldBe(0);
        Rows("messages").ShouldBe(0);
    }

    [Fact]
    public async Task each_tenant_has_its_own_days()
    {
        await Contract(PlanName.Startup);
        var other = TenantId.Parse("other");
        var mine = await Sent();
        var theirs = Samples.Record(other);
        await test.Store.Submissions.Commit(theirs);
        await test.Change(mine.Key(), s => s.Delivered(Samples.Noon));
        await test.Change(theirs.Key(), s => s.Delivered(Samples.Noon));
        test.Time.Advance(TimeSpan.FromDays(20));
        await test.Store.Erase();
        (await test.Store.Messages.Message(Samples.Demo, mine.Key().Message)).ShouldBeNull();
        (await test.Store.Messages.Message(other, theirs.Key().Message)).ShouldNotBeNull(); // it has no contract
    }

    [Fact]
    public async Task a_folder_from_before_there_were_plans_keeps_its_log_as_long_as_before()
    {
        var record = await Sent();
        await test.Change(record.Key(), s => s.Delivered(Samples.Noon));
        test.Store.Dispose();
        MakeOld(test.Database);
        test.Reopen();
        await KeptFor(30, record);
    }

    /// <summary>As a database of the second schema holds it.</summary>
    private static void MakeOld(string database)
    {
        var recent = database + ".new";
        File.Move(database, recent);
        using var old = new SqliteConnection(database);
        old.Run(Migrations.Steps()[0]);
        old.Run(Migrations.Steps()[1]);
        old.Run($"PRAGMA user_version = 2; ATTACH '{recent}' AS new");
        foreach (var table in new[] { "tenants", "submissions", "messages", "events" })
        {
            using var named = old.Prepare(
                new Sql($"SELECT group_concat(name) FROM pragma_table_info('{table}', 'main')"));
            named.Step();
            old.Run($"INSERT INTO main.{table} SELECT {named.Text(0)} FROM new.{table}");
        }

        old.Run("DETACH new");
    }

    private async Task KeptFor(int days, SubmissionRecord? record = null)
    {
        if (record is null)
        {
            record = await Sent();
            await test.Change(record.Key(), s => s.Delivered(Samples.Noon));
        }

        test.Time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromSeconds(1));
        await test.Store.Erase();
        (await test.Store.Messages.Message(Samples.Demo, record.Key().Message)).ShouldNotBeNull();
        test.Time.Advance(TimeSpan.FromSeconds(2));
        await test.Store.Erase();
        (await test.Store.Messages.Message(Samples.Demo, record.Key().Message)).ShouldBeNull();
    }

    private async Task<SubmissionRecord> Sent()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        return record;
    }

    private Task Contract(PlanName plan, int extraDays = 0, PlanCatalogue? catalogue = null)
    {
        var offered = catalogue ?? PlanTable.BuiltIn;
        var state = CycleRules.Begin(plan, new CustomerData(), offered, Samples.Noon);
        if (extraDays > 0)
            state = ChangeRules.ToQuantity(state, AddOn.LogRetention, extraDays, offered, Samples.Noon).State!;
        return test.Store.Grains.WriteStateAsync(
            "subscription", GrainId.Create("subscription", Samples.Demo.Value),
            new GrainState<SubscriptionState> { State = SubscriptionRules.WithRetention(state, offered) });
    }

    private long Rows(string table)
    {
        using var connection = new SqliteConnection(test.Database);
        using var row = connection.Prepare(new Databases.Sql($"SELECT count(*) FROM {table}"));
        row.Step();
        return row.Number(0);
    }
}
