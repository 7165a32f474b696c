using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Queries;

namespace Actors.Storage.Tests.Messages;

/// <summary>Every question a tenant can ask, about another's things: the answer is that of unknown ones.</summary>
public sealed class TenantIsolationTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task a_foreign_id_is_an_unknown_one_for_every_reader()
    {
        var record = await CommitForBoth();
        var id = record.Submission.Id;
        var other = Samples.Other;
        (await test.Store.Messages.Submission(other, id)).ShouldBeNull();
        (await test.Store.Messages.Message(other, record.Key().Message)).ShouldBeNull();
        (await test.Store.Contents.Read(other, id)).ShouldBeNull();
        (await test.Store.Submissions.FindIdempotent(other, "key")).ShouldBeNull();
        (await test.Read(new MessageKey(other, record.Key().Message))).RecordExists.ShouldBeFalse();
        test.Reopen();
        (await test.Store.Contents.Read(other, id)).ShouldBeNull();
    }

    [Fact]
    public async Task no_search_and_no_log_shows_another_tenants_rows()
    {
        var record = await CommitForBoth();
        var state = record.Messages[0];
        MessageSearch[] searches =
        [
            new(null, null, null, null, null, null, null, 100),
            new(MessagePhase.Accepted, null, null, null, null, null, null, 100),
            new(MessagePhase.Held, null, null, null, null, null, null, 100),
            new(null, state.Recipient, null, null, null, null, null, 100),
            new(null, null, state.Account, null, null, null, null, 100),
            new(null, null, null, "spring", null, null, null, 100),
            new(null, null, null, null, Samples.Noon, Samples.Noon.AddDays(1), null, 100),
        ];
        foreach (var search in searches)
        {
            var found = await test.Store.Messages.Search(Samples.Other, search);
            found.Messages.ShouldAllBe(m => m.Id.Submission != record.Submission.Id);
        }

        var log = (await test.Store.Events.Read(Samples.Other, 0, 100))!;
        log.Events.Length.ShouldBe(1);
        log.Events.ShouldAllBe(e => e.Message.Submission != record.Submission.Id);
    }

    [Fact]
    public async Task a_release_of_an_account_leaves_its_namesake_of_another_tenant_alone()
    {
        var record = await CommitForBoth();
        await test.Change(record.Key(), s => s.Held(HoldReason.AccountPaused));
        var partition = OutboxPartitions.Of(record.Key().Message);
        var own = new AccountKey(Samples.Demo, Samples.Account);
        var namesake = new AccountKey(Samples.Other, Samples.Account);
        (await test.Store.Due.ReadHeld(partition, HoldReason.AccountPaused, namesake, null, 10)).ShouldBeEmpty();
        (await test.Store.Due.ReadHeld(partition, HoldReason.AccountPaused, own, null, 10)).ShouldBe([record.Key()]);
        (await test.Store.Due.ReadHeldAccounts(partition, HoldReason.AccountPaused)).ShouldBe([own]);
    }

    [Fact]
    public async Task held_messages_are_listed_by_reason_in_pages()
    {
        var tenants = new[] { Samples.Demo, Samples.Other, Samples.Demo };
        var records = tenants.Select(tenant => Samples.Record(tenant)).ToList();
        foreach (var record in records)
        {
            await test.Store.Submissions.Commit(record);
            await test.Change(record.Key(), s => s.Held(HoldReason.LiveDeliveryOff));
        }

        var first = await test.Store.Messages.Held(
            new HeldSearch(HoldReason.LiveDeliveryOff, null, null, null, 2));
        var second = await test.Store.Messages.Held(
            new HeldSearch(null, null, null, first.Messages[^1].Message, 2));
        (first.HasMore, second.HasMore).ShouldBe((true, false));
        first.Messages.Concat(second.Messages).Select(h => h.Message).Order(ByText)
            .ShouldBe(records.Select(r => r.Key()).Order(ByText));
        (await test.Store.Messages.Held(new HeldSearch(HoldReason.Uncertain, null, null, null, 10))).Messages
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HoldReason.LiveDeliveryOff)]
    public async Task what_is_held_of_one_tenant_or_account_is_found_alone_page_by_page(HoldReason? reason)
    {
        var records = new[] { Samples.Other, Samples.Demo, Samples.Other, Samples.Demo, Samples.Other }
            .Select(tenant => Samples.Record(tenant)).ToList();
        foreach (var record in records)
        {
            await test.Store.Submissions.Commit(record);
            await test.Change(record.Key(), s => s.Held(HoldReason.LiveDeliveryOff));
        }

        var found = new List<MessageKey>();
        for (var page = new HeldPage([], true); page.HasMore; found.AddRange(page.Messages.Select(one => one.Message)))
            page = await test.Store.Messages.Held(
                new HeldSearch(reason, Samples.Other, null, found.Count == 0 ? null : found[^1], 2));
        found.Order(ByText).ShouldBe(
            records.Select(one => one.Key()).Where(key => key.Tenant == Samples.Other).Order(ByText));

        var account = (await test.Store.Messages.Held(new HeldSearch(reason, Samples.Demo, null, null, 1)))
            .Messages[0].Account;
        (await Count(Samples.Demo, account)).ShouldBe(2);
        (await Count(Samples.Demo, AccountId.Parse("acc_nobodys"))).ShouldBe(0);
        (await Count(TenantId.Parse("nobody"), account)).ShouldBe(0);

        async Task<int> Count(TenantId tenant, AccountId of) =>
            (await test.Store.Messages.Held(new HeldSearch(reason, tenant, of, null, 9))).Messages.Length;
    }

    private static readonly Comparer<MessageKey> ByText =
        Comparer<MessageKey>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));

    private async Task<Grains.Ports.SubmissionRecord> CommitForBoth()
    {
        var record = Samples.Record(Samples.Demo, Samples.Message() with { Tags = ["spring"] }).WithKey("key");
        await test.Store.Submissions.Commit(record);
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        return record;
    }
}
