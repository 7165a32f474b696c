using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Tests.Simulation;
using Actors.Storage.Writing;

namespace Actors.Storage.Tests.Writing;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly SimulatedStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task what_waits_shares_one_commit_in_the_order_it_came()
    {
        var records = Enumerable.Range(0, 5).Select(_ => Samples.Record(Samples.Demo)).ToList();
        var waiting = records.Select(r => test.Store.Submissions.Commit(r)).ToList();
        waiting.ShouldAllBe(w => !w.IsCompleted);
        test.Store.Writer.RunOnce().ShouldBeTrue();
        (await Task.WhenAll(waiting)).ShouldAllBe(stored => stored);
        test.Store.Commits.ShouldBe(1);
        var log = await test.Store.Events.Read(Samples.Demo, 0, 10);
        log!.Events.Select(e => e.Message.Submission).ShouldBe(records.Select(r => r.Submission.Id));
    }

    [Fact]
    public async Task a_write_that_fails_takes_nobody_with_it()
    {
        var first = Samples.Record(Samples.Demo);
        var twin = Samples.Record(
            Samples.Demo, first.Submission.Id, [Samples.Message(), Samples.Message("b@c.example")]);
        var last = Samples.Record(Samples.Demo);
        var waiting = new[] { first, twin, last }.Select(r => test.Store.Submissions.Commit(r)).ToList();
        test.Write();
        (await waiting[0]).ShouldBeTrue();
        (await Should.ThrowAsync<DatabaseException>(() => waiting[1])).Fault.ShouldBe(DatabaseFault.Statement);
        (await waiting[2]).ShouldBeTrue();
        test.Store.Commits.ShouldBe(1);
        var log = await test.Store.Events.Read(Samples.Demo, 0, 10);
        log!.Events.Select(e => (e.Sequence, e.Message.Submission)).ShouldBe(
            [(1, first.Submission.Id), (2, last.Submission.Id)]);
    }

    [Theory]
    [InlineData(DiskFault.FsyncFails, false)]
    [InlineData(DiskFault.FsyncFailsButKeeps, true)]
    public async Task after_a_failed_fsync_nothing_is_taken_until_a_restart(object fault, bool kept)
    {
        var lost = Samples.Record(Samples.Demo);
        var waiting = test.Store.Submissions.Commit(lost);
        (test.Disk.Fault, test.Disk.FailAt) = ((DiskFault)fault, CallsUntilCommit());
        test.Write();
        await Should.ThrowAsync<StoreUnavailableException>(() => waiting);
        test.Store.Health.Condition.ShouldBe(StoreCondition.Failed);
        test.Time.Advance(TimeSpan.FromDays(1));
        await Should.ThrowAsync<StoreUnavailableException>(
            () => test.Store.Submissions.Commit(Samples.Record(Samples.Demo)));
        test.Crash();
        (await test.Read(lost.Key())).RecordExists.ShouldBe(kept);
        (await test.Write(test.Store.Submissions.Commit(Samples.Record(Samples.Demo)))).ShouldBeTrue();
    }

    [Fact]
    public async Task a_full_disk_is_tried_once_a_second_and_taken_again_when_it_has_room()
    {
        var refused = test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        (test.Disk.Fault, test.Disk.FailAt) = (DiskFault.Full, test.Disk.Calls + 2);
        test.Write();
        await Should.ThrowAsync<StoreUnavailableException>(() => refused);
        await Should.ThrowAsync<StoreUnavailableException>(
            () => test.Store.Submissions.Commit(Samples.Record(Samples.Demo)));

        test.Time.Advance(WriteLimits.ProbeInterval);
        var probe = test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        await Should.ThrowAsync<StoreUnavailableException>(
            () => test.Store.Submissions.Commit(Samples.Record(Samples.Demo)));
        test.Disk.FailAt = test.Disk.Calls + 1;
        test.Write();
        await Should.ThrowAsync<StoreUnavailableException>(() => probe);

        test.Time.Advance(WriteLimits.ProbeInterval);
        (await test.Write(test.Store.Submissions.Commit(Samples.Record(Samples.Demo)))).ShouldBeTrue();
        test.Store.Health.Condition.ShouldBe(StoreCondition.Healthy);
        (await test.Write(test.Store.Submissions.Commit(Samples.Record(Samples.Demo)))).ShouldBeTrue();
        (await test.Store.Events.Read(Samples.Demo, 0, 10))!.Last.ShouldBe(2);
    }

    [Fact]
    public async Task what_was_queued_before_a_failed_fsync_never_reaches_the_disk()
    {
        var batch = Enumerable.Range(0, WriteLimits.BatchWritesMax + 1)
            .Select(_ => Samples.Record(Samples.Demo)).ToList();
        var waiting = batch.Select(r => test.Store.Submissions.Commit(r)).ToList();
        (test.Disk.Fault, test.Disk.FailAt) = (DiskFault.FsyncFails, test.Disk.Calls + 3);
        test.Write();
        await Should.ThrowAsync<StoreUnavailableException>(() => waiting[^1]);
        test.Crash();
        (await test.Store.Events.Read(Samples.Demo, 0, 10))!.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task more_than_fits_into_one_transaction_takes_another()
    {
        var waiting = Enumerable.Range(0, WriteLimits.BatchWritesMax + 1)
            .Select(_ => test.Store.Submissions.Commit(Samples.Record(Samples.Demo))).ToList();
        test.Write();
        await Task.WhenAll(waiting);
        test.Store.Commits.ShouldBe(2);
    }

    [Fact]
    public async Task what_waits_is_stored_when_the_store_is_closed()
    {
        var record = Samples.Record(Samples.Demo);
        var waiting = test.Store.Submissions.Commit(record);
        test.Crash();
        (await waiting).ShouldBeTrue();
        (await test.Read(record.Key())).RecordExists.ShouldBeTrue();
    }

    /// <summary>Begin, submission, message, event, one counter, the tenant, and then the commit.</summary>
    private int CallsUntilCommit() => test.Disk.Calls + 7;
}
