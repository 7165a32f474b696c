using Actors.Grains.Messages;

namespace Actors.Storage.Tests.Simulation;

/// <summary>Opens the files as a killed process leaves them: taken while the store was open.</summary>
public sealed class AbandonedFileTests : IAsyncLifetime
{
    private readonly TestStore test = new();
    private readonly TempFolder copy = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        copy.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task what_was_committed_is_in_the_files_without_a_close()
    {
        var record = Samples.Record(Samples.Demo, Samples.Message(), Samples.Message("ben@example.org"));
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), state => state.Delivered());
        using var abandoned = OpenCopy();
        abandoned.Interrupted.ShouldBe(1);
        var view = await abandoned.Messages.Submission(Samples.Demo, record.Submission.Id);
        view!.Messages.Select(m => m.Phase).ShouldBe([MessagePhase.Delivered, MessagePhase.Accepted]);
        view.Messages[1].NextAttemptAt.ShouldBe(test.Time.GetUtcNow());
    }

    [Fact]
    public async Task a_torn_end_of_the_log_is_dropped_and_all_before_it_is_kept()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        var size = new FileInfo(test.Database + "-wal").Length;
        var torn = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(torn);
        using var abandoned = OpenCopy(keepOfLog: size + 5_000);
        (await abandoned.Messages.Message(Samples.Demo, record.Key().Message)).ShouldNotBeNull();
        (await abandoned.Messages.Message(Samples.Demo, torn.Key().Message)).ShouldBeNull();
        (await abandoned.Events.Read(Samples.Demo, 0, 10))!.Last.ShouldBe(1);
    }

    private Store OpenCopy(long? keepOfLog = null)
    {
        foreach (var name in new[] { "actors.db", "actors.db-wal" })
            File.Copy(Path.Combine(test.Folder, name), Path.Combine(copy.Path, name));
        if (keepOfLog is { } bytes)
        {
            using var log = new FileStream(Path.Combine(copy.Path, "actors.db-wal"), FileMode.Open);
            log.SetLength(bytes);
        }

        return Store.Open(new StorageOptions { Folder = copy.Path }, test.Time);
    }
}
