using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;

namespace Actors.Storage.Tests.Effects;

public sealed class EffectStoreTests : IDisposable
{
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task an_effect_is_stored_with_its_event_and_there_after_a_restart()
    {
        var key = await Failed();

        test.Reopen();

        var effect = (await Read(key)).ShouldHaveSingleItem();
        (effect.Message, effect.Effect).ShouldBe((key, MessageEffect.FailureNotice));
    }

    [Fact]
    public async Task a_write_that_is_refused_leaves_no_effect()
    {
        var key = await Submitted();
        var stale = await test.Read(key);
        await test.Change(key, state => state);

        stale.State = Bounced(stale.State!);
        await Should.ThrowAsync<InconsistentStateException>(() => test.Write(key, stale));

        (await Read(key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_was_carried_out_is_gone()
    {
        var key = await Failed();
        var effect = (await Read(key)).Single();

        await test.Store.Effects.Done(effect.Number);
        await test.Store.Effects.Done(effect.Number);

        (await Read(key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task they_come_in_order_and_page_by_page()
    {
        var key = await Failed();
        await test.Change(key, Bounced);

        var all = await Read(key);

        all.Length.ShouldBe(2);
        (await test.Store.Effects.Read(PartitionOf(key), 0, 1)).ShouldBe([all[0]]);
        (await test.Store.Effects.Read(PartitionOf(key), all[0].Number, 1)).ShouldBe([all[1]]);
        (await test.Store.Effects.Read((PartitionOf(key) + 1) % OutboxPartitions.Count, 0, 10)).ShouldBeEmpty();
    }

    private static int PartitionOf(MessageKey key) => OutboxPartitions.Of(key.Message);

    private static MessageState Bounced(MessageState state) => state with { Effects = [MessageEffect.FailureNotice] };

    private async Task<StoredEffect[]> Read(MessageKey key) =>
        [.. await test.Store.Effects.Read(PartitionOf(key), 0, 10)];

    private async Task<MessageKey> Submitted()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        return record.Key();
    }

    private async Task<MessageKey> Failed()
    {
        var key = await Submitted();
        await test.Change(key, Bounced);
        return key;
    }
}
