using Actors.Grains.Messages;

namespace Actors.Storage.Tests.Messages;

public sealed class RowStorageTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task an_outcome_is_stored_with_its_events()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), state => state.Delivered());
        var row = await test.Read(record.Key());
        row.State!.Phase.ShouldBe(MessagePhase.Delivered);
        row.State.LastReply.ShouldBe(Samples.Ok);
        row.State.Pending.ShouldBeEmpty();
        var events = await test.Store.Events.Read(Samples.Demo, 0, 10);
        events!.Events.Select(e => (e.Sequence, e.Type)).ShouldBe(
            [(1, "message.accepted"), (2, "message.delivered")]);
        events.Events[1].Data.ShouldContain("\"response\":\"Ok: queued as 4XYZ\"");
    }

    [Fact]
    public async Task a_stale_etag_changes_nothing_and_tells()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        var stale = await test.Read(record.Key());
        await test.Change(record.Key(), state => state.Deferred(Samples.Noon.AddHours(1)));
        stale.State = stale.State!.Delivered();
        await Should.ThrowAsync<InconsistentStateException>(() => test.Write(record.Key(), stale));
        (await test.Read(record.Key())).State!.Phase.ShouldBe(MessagePhase.Deferred);
        (await test.Store.Events.Read(Samples.Demo, 0, 10))!.Last.ShouldBe(2);
    }

    [Fact]
    public async Task an_unknown_message_has_no_record()
    {
        var state = await test.Read(Samples.Record(Samples.Demo).Key());
        state.RecordExists.ShouldBeFalse();
        state.ETag.ShouldBeNull();
        state.State.ShouldBe(new MessageState());
    }

    [Fact]
    public async Task due_messages_come_earliest_first_and_ended_ones_not_at_all()
    {
        var record = Samples.Record(
            Samples.Demo, Samples.Message(), Samples.Message("b@example.org"), Samples.Message("c@example.org"));
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(0), state => state.Deferred(Samples.Noon.AddHours(2)));
        await test.Change(record.Key(1), state => state.Delivered());
        var due = new List<(Grains.Ids.MessageKey, DateTimeOffset)>();
        for (var partition = 0; partition < Grains.Outbox.OutboxPartitions.Count; partition++)
        {
            var read = await test.Store.Due.Read(partition, Samples.Noon.AddHours(3), 10);
            due.AddRange(read.Select(m => (m.Message, m.DueAt)));
        }

        due.OrderBy(d => d.Item2).ShouldBe(
            [(record.Key(2), Samples.Noon.AddHours(1)), (record.Key(0), Samples.Noon.AddHours(2))]);
    }
}
