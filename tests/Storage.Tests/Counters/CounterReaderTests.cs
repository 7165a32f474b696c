using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;

namespace Actors.Storage.Tests.Counters;

public sealed class CounterReaderTests : IDisposable
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task what_happened_is_counted_by_day_event_and_category_and_each_message_once_whatever_its_tags()
    {
        var record = Samples.Record(
            Samples.Demo, Samples.Message() with { Tags = ["a", "b"] }, Samples.Message("b@example.org"));
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(0), state => state.Deferred(Samples.Noon.AddHours(1)));
        await test.Change(record.Key(0), state => state.Delivered(Samples.Noon.AddDays(1)));
        var counts = await Counts(Samples.Demo, Today, Today.AddDays(1));
        counts.Select(c => (c.Day, c.Event, c.Category, c.Hard, c.Count)).ShouldBe(
        [
            (Today, "message.accepted", "", false, 2),
            (Today, "message.deferred", "mailbox_full", false, 1),
            (Today.AddDays(1), "message.delivered", "", false, 1),
        ]);
        (await Counts(Samples.Demo, Today.AddDays(1), Today.AddDays(1))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task nobody_sees_counts_of_another_tenant_or_account()
    {
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        (await Counts(Samples.Other, Today, Today)).Single().Count.ShouldBe(1);
        (await Counts(TenantId.Parse("nobody"), Today, Today)).ShouldBeEmpty();
        (await test.Store.Counters.OfAccount(Samples.Demo, AccountId.Parse("acc_other"), Today, Today))
            .Counts.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_held_now_goes_up_and_down_in_the_commits_that_hold_and_release()
    {
        var record = Samples.Record(Samples.Demo, Samples.Message(), Samples.Message("b@example.org"));
        await test.Store.Submissions.Commit(record);
        (await Held()).ShouldBe(0);
        await Happens(record.Key(0), Hold);
        await Happens(record.Key(1), Hold);
        (await Held()).ShouldBe(2);
        await Happens(record.Key(0), new MessageEvent.Released { At = Samples.Noon });
        test.Reopen();
        (await Held()).ShouldBe(1);
        await Happens(record.Key(1), new MessageEvent.Cancelled(Dropped: true) { At = Samples.Noon });
        await Happens(record.Key(0), Hold, new MessageEvent.Expired(null, null) { At = Samples.Noon });
        (await Held()).ShouldBe(0);
    }

    [Fact]
    public async Task a_write_that_comes_too_late_counts_nothing()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        var stale = await test.Read(record.Key());
        await Happens(record.Key(), Hold);
        stale.State = MessageFold.Apply(stale.State!, [Hold]);
        await Should.ThrowAsync<InconsistentStateException>(() => test.Write(record.Key(), stale));
        (await Held()).ShouldBe(1);
    }

    private static MessageEvent Hold { get; } =
        new MessageEvent.Held(HoldReason.AccountOff, null, null) { At = Samples.Noon };

    private Task Happens(MessageKey key, params ImmutableArray<MessageEvent> events) =>
        test.Change(key, state => MessageFold.Apply(state, events));

    private async Task<long> Held() =>
        (await test.Store.Counters.OfAccount(Samples.Demo, Samples.Account, Today, Today)).Held;

    private async Task<ImmutableArray<EventCount>> Counts(TenantId tenant, DateOnly first, DateOnly last) =>
        (await test.Store.Counters.OfAccount(tenant, Samples.Account, first, last)).Counts;
}
