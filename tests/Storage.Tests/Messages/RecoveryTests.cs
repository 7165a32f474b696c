using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Storage.Sqlite;
using Actors.Storage.Tests.Simulation;

namespace Actors.Storage.Tests.Messages;

public sealed class RecoveryTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task what_was_being_attempted_is_due_at_the_next_start_and_nothing_else()
    {
        var next = Samples.Noon.AddHours(1);
        var record = Samples.Record(
            Samples.Demo, Samples.Message("a@example.org"), Samples.Message("b@example.org"),
            Samples.Message("c@example.org"), Samples.Message("d@example.org"));
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(1), s => s with { Phase = MessagePhase.Attempting, Epoch = 1 });
        await test.Change(record.Key(2), s => s.Deferred(next));
        await test.Change(record.Key(3), s => s.Held(HoldReason.Uncertain));
        test.Time.Advance(TimeSpan.FromMinutes(5));
        test.Reopen();
        test.Store.Interrupted.ShouldBe(2);
        var due = new List<DateTimeOffset?>();
        for (var i = 0; i < 4; i++)
            due.Add((await test.Read(record.Key(i))).State!.DueAt);
        var now = test.Time.GetUtcNow();
        due.ShouldBe([now, now, next, record.Messages[3].Deadline]);
    }

    [Fact]
    public void a_hundred_thousand_deferred_messages_cost_the_start_one_statement()
    {
        test.Store.Dispose();
        using (var connection = new SqliteConnection(test.Database))
        {
            connection.Run("""
                INSERT INTO tenants VALUES (1, 'demo', 100000, 0, 0);
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
                INSERT INTO messages SELECT
                    (1 << 43) + (i << 10), 2, '01J0000000000000000000000A', i % 16, 'acc_default', i, 3, 0,
                    1893502800000000 + i, '{"to":"a@example.org"}', NULL FROM n
                """);
        }

        SimulatedDatabase? disk = null;
        using var store = Store.Open(test.Options, test.Time, folder => disk = new SimulatedDatabase(folder));
        store.Interrupted.ShouldBe(0);
        disk!.Calls.ShouldBe(3, "begin, one statement, commit");
        disk.Steps.ShouldBe(0);
    }

    [Fact]
    public async Task a_window_of_alarms_holds_no_more_than_was_asked_for()
    {
        var records = Enumerable.Range(0, 40).Select(_ => Samples.Record(Samples.Demo)).ToList();
        foreach (var record in records)
            await test.Store.Submissions.Commit(record);
        var partition = OutboxPartitions.Of(records[0].Key().Message);
        var mine = records.Select(r => r.Key()).Where(k => OutboxPartitions.Of(k.Message) == partition).ToList();
        var all = await test.Store.Due.Read(partition, Samples.Noon.AddHours(2), 100);
        all.Select(d => d.Message).Order(ByText).ShouldBe(mine.Order(ByText));
        (await test.Store.Due.Read(partition, Samples.Noon.AddHours(2), 1)).Length.ShouldBe(1);
        (await test.Store.Due.Read(partition, Samples.Noon, 100)).ShouldBeEmpty();
    }

    private static readonly Comparer<MessageKey> ByText =
        Comparer<MessageKey>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
}
