using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Storage.Retention;

namespace Actors.Storage.Tests.Retention;

public sealed class RetentionTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task a_message_goes_thirty_days_after_it_ended_with_everything_of_it()
    {
        var source = Samples.Raw(new string('x', 70_000));
        var record = Samples.Record(
            Samples.Demo, Samples.NewId(), [Samples.Message() with { Tags = ["spring"] }], source);
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), s => s.Delivered(Samples.Noon.AddDays(1)));

        test.Time.Advance(TimeSpan.FromDays(31) - TimeSpan.FromSeconds(1));
        await test.Store.Erase();
        (await test.Store.Messages.Message(Samples.Demo, record.Key().Message)).ShouldNotBeNull();

        test.Time.Advance(TimeSpan.FromSeconds(2));
        await test.Store.Erase();
        (await test.Store.Messages.Submission(Samples.Demo, record.Submission.Id)).ShouldBeNull();
        (await test.Store.Messages.Search(
            Samples.Demo, new(null, null, null, "spring", null, null, null, 10))).Messages.ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(test.Folder, "content"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
        test.Reopen();
        (await test.Store.Contents.Read(Samples.Demo, record.Submission.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task a_cursor_older_than_what_is_kept_is_told_apart_from_the_end()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), s => s.Delivered());
        test.Time.Advance(TimeSpan.FromDays(31));
        var young = Samples.Record(
            Samples.Demo, Samples.NewId(test.Time.GetUtcNow()), [Samples.Message(at: test.Time.GetUtcNow())]);
        await test.Store.Submissions.Commit(young);
        await test.Store.Erase();
        (await test.Store.Events.Read(Samples.Demo, 0, 10)).ShouldBeNull();
        (await test.Store.Events.Read(Samples.Demo, 1, 10)).ShouldBeNull();
        (await test.Store.Events.Oldest(Samples.Demo)).ShouldBe(2);
        (await test.Store.Events.Read(Samples.Demo, 2, 10))!.Events.Select(e => e.Sequence).ShouldBe([3]);
    }

    [Fact]
    public async Task numbers_are_not_given_out_again_after_everything_is_erased()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), s => s.Delivered());
        test.Time.Advance(TimeSpan.FromDays(31));
        await test.Store.Erase();
        test.Reopen();
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        (await test.Store.Events.Read(Samples.Demo, 2, 10))!.Events.Select(e => e.Sequence).ShouldBe([3]);
    }

    [Fact]
    public async Task what_has_not_ended_stays_however_old_it_is()
    {
        var record = Samples.Record(Samples.Demo, Samples.Message(), Samples.Message("ben@example.org"));
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(0), s => s.Delivered());
        test.Time.Advance(TimeSpan.FromDays(40));
        await test.Store.Erase();
        (await test.Read(record.Key(0))).RecordExists.ShouldBeFalse();
        (await test.Read(record.Key(1))).State!.Phase.ShouldBe(MessagePhase.Accepted);
        (await test.Store.Contents.Read(Samples.Demo, record.Submission.Id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task more_than_one_step_is_erased_in_one_round()
    {
        for (var i = 0; i < RetentionLimits.RowsMax; i++)
        {
            var record = Samples.Record(Samples.Demo);
            await test.Store.Submissions.Commit(record);
            await test.Change(record.Key(), s => s.Delivered());
        }

        test.Time.Advance(TimeSpan.FromDays(31));
        await test.Store.Erase();
        (await test.Store.Messages.Search(
            Samples.Demo, new(null, null, null, null, null, null, null, 10))).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_idempotency_key_counts_for_a_day_and_is_free_then()
    {
        var first = Samples.Record(Samples.Demo).WithKey("order-1");
        await test.Store.Submissions.Commit(first);
        test.Time.Advance(SubmissionLimits.IdempotencyRetention - TimeSpan.FromSeconds(1));
        await test.Store.Erase();
        (await test.Store.Submissions.FindIdempotent(Samples.Demo, "order-1")).ShouldNotBeNull();
        test.Time.Advance(TimeSpan.FromSeconds(1));
        (await test.Store.Submissions.FindIdempotent(Samples.Demo, "order-1")).ShouldBeNull();
        var second = Samples.Record(Samples.Demo).WithKey("order-1", at: test.Time.GetUtcNow());
        (await test.Store.Submissions.Commit(second)).ShouldBeTrue();
        await test.Store.Erase();
        var found = await test.Store.Submissions.FindIdempotent(Samples.Demo, "order-1");
        found!.Receipt.Id.ShouldBe(second.Submission.Id);
    }

    [Fact]
    public async Task files_that_no_row_names_are_swept_after_a_start()
    {
        var source = Samples.Raw(new string('x', 70_000));
        var record = Samples.Record(Samples.Demo, Samples.NewId(), [Samples.Message()], source);
        await test.Store.Submissions.Commit(record);
        test.Reopen();
        var kept = Directory.EnumerateFiles(
            Path.Combine(test.Folder, "content"), "*", SearchOption.AllDirectories).Single();
        var orphan = Path.Combine(Path.GetDirectoryName(kept)!, $"demo.{Samples.NewId().Value}");
        await File.WriteAllTextAsync(orphan, "left by a crash");
        await test.Store.Erase();
        File.Exists(orphan).ShouldBeFalse();
        File.Exists(kept).ShouldBeTrue();
    }
}
