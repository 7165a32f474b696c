using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Tests.Simulation;
using Actors.Storage.Writing;

namespace Actors.Storage.Tests.Sqlite;

/// <summary>SQLite's own SQLITE_FULL, by its limit of pages instead of a full disk.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private static readonly Sql NoMorePages = new("PRAGMA max_page_count = 1");
    private static readonly Sql ManyPages = new("PRAGMA max_page_count = 1000000");

    private readonly SimulatedStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task a_real_full_database_refuses_whole_submissions_and_recovers()
    {
        Run(NoMorePages);
        var refused = Samples.Record(
            Samples.Demo, Samples.NewId(), [Samples.Message()], Samples.Raw(new string('x', 60_000)));
        var waiting = test.Store.Submissions.Commit(refused);
        test.Write();
        await Should.ThrowAsync<StoreUnavailableException>(() => waiting);
        test.Store.Health.Condition.ShouldBe(StoreCondition.Full);
        (await test.Read(refused.Key())).RecordExists.ShouldBeFalse();

        Run(ManyPages);
        test.Time.Advance(WriteLimits.ProbeInterval);
        (await test.Write(test.Store.Submissions.Commit(refused))).ShouldBeTrue();
        (await test.Store.Events.Read(Samples.Demo, 0, 10))!.Last.ShouldBe(1);
    }

    private void Run(Sql pragma)
    {
        using var transaction = test.Disk.Begin();
        using var statement = transaction.Prepare(pragma);
        statement.Execute();
        transaction.Commit();
    }
}
