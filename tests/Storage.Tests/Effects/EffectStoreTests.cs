using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Grains.Queries;

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
    public async Task they_come_in_order_and_as_many_as_asked_for()
    {
        var key = await Failed();
        await test.Change(key, Bounced);

        var all = await Read(key);

        all.Length.ShouldBe(2);
        (await test.Store.Effects.ReadDue(PartitionOf(key), Samples.Noon, 1)).ShouldBe([all[0]]);
        (await test.Store.Effects.ReadDue((PartitionOf(key) + 1) % OutboxPartitions.Count, Samples.Noon, 10))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task one_that_failed_is_due_again_when_its_time_comes_and_behind_those_never_tried()
    {
        var key = await Failed();
        await test.Change(key, Bounced);
        var all = await Read(key);
        var later = Samples.Noon.AddMinutes(8);

        await test.Store.Effects.PutOff(all[0].Number, new EffectSetback(4, Samples.Noon, later, "broken"));
        test.Reopen();

        (await test.Store.Effects.ReadDue(PartitionOf(key), later.AddTicks(-10), 10)).ShouldBe([all[1]]);
        (await test.Store.Effects.ReadDue(PartitionOf(key), later, 10))
            .ShouldBe([all[1], all[0] with { Failures = 4, FirstFailedAt = Samples.Noon }]);
        (await test.Store.Effects.ReadFailed(0, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task one_that_failed_for_good_is_kept_until_it_is_to_be_tried_again()
    {
        var key = await Failed();
        await test.Change(key, Bounced);
        var all = await Read(key);
        foreach (var effect in all)
            await test.Store.Effects.PutOff(effect.Number, new EffectSetback(100, Samples.Noon, null, "broken"));
        test.Reopen();

        (await test.Store.Effects.ReadDue(PartitionOf(key), DateTimeOffset.MaxValue, 10)).ShouldBeEmpty();
        (await test.Store.Effects.ReadFailed(0, 1)).ShouldBe(
            [new FailedEffect(all[0].Number, key, "failure_notice", 100, Samples.Noon, "broken")]);
        (await test.Store.Effects.ReadFailed(all[0].Number, 10)).ShouldHaveSingleItem()
            .Number.ShouldBe(all[1].Number);

        (await test.Store.Effects.RetryFailed(1)).ShouldBe(1);
        (await Read(key)).ShouldBe([all[0]]);
        (await test.Store.Effects.RetryFailed(10)).ShouldBe(1);
        (await test.Store.Effects.RetryFailed(10)).ShouldBe(0);
        (await Read(key)).ShouldBe(all);
    }

    private static int PartitionOf(MessageKey key) => OutboxPartitions.Of(key.Message);

    private static MessageState Bounced(MessageState state) => state with { Effects = [MessageEffect.FailureNotice] };

    private async Task<StoredEffect[]> Read(MessageKey key) =>
        [.. await test.Store.Effects.ReadDue(PartitionOf(key), Samples.Noon, 10)];

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
