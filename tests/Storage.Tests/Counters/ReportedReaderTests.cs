using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;
using Actors.Mail.Replies;

namespace Actors.Storage.Tests.Counters;

public sealed class ReportedReaderTests : IDisposable
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
    private static readonly ReportFilter All = new(null, null, null, null, Today, Today.AddDays(1));
    private static readonly Verdict Gone = new("invalid_recipient", true, "recipient", "recipient.unknown");

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task behind_each_number_stand_as_many_addresses_as_it_counts()
    {
        await Happened();
        var counts = (await test.Store.Counters.Report(Samples.Demo, All, ReportGrouping.Total))!;
        foreach (var number in Enum.GetValues<ReportedNumber>())
        {
            var count = number == ReportedNumber.Held ? counts.Held : counts.Groups
                .Where(group => group.Event == NameOf(number)).Sum(group => group.Count);
            (await Behind(number, All)).Count.ShouldBe((int)count, number.ToString());
            count.ShouldBeGreaterThan(0, number.ToString());
        }
    }

    [Fact]
    public async Task addresses_are_found_by_category_hardness_campaign_tag_account_stream_and_day()
    {
        await Happened();
        (await Behind(ReportedNumber.Bounced, All)).ShouldBe(["full@example.org", "gone@example.org"]);
        (await Behind(ReportedNumber.Bounced, All, "mailbox_full")).ShouldBe(["full@example.org"]);
        (await Behind(ReportedNumber.Bounced, All, hard: true)).ShouldBe(["gone@example.org"]);
        (await Behind(ReportedNumber.Bounced, All, "mailbox_full", hard: true)).ShouldBeEmpty();
        foreach (var number in new[] { ReportedNumber.Delivered, ReportedNumber.Accepted })
        {
            (await Behind(number, All with { Campaign = "spring" })).ShouldBe(["fine@example.org"]);
            (await Behind(number, All with { Tag = "vip" })).ShouldBe(["fine@example.org"]);
            (await Behind(number, All with { Tag = "vip", Campaign = "autumn" })).ShouldBeEmpty();
            (await Behind(number, All with { Account = AccountId.Parse("acc_news") })).ShouldBeEmpty();
            (await Behind(number, All with { Stream = MailStream.Marketing })).ShouldBeEmpty();
        }

        (await Behind(ReportedNumber.Complained, All with { Campaign = "spring" })).ShouldBe(["fine@example.org"]);
        (await Behind(ReportedNumber.Complained, All with { Campaign = "autumn" })).ShouldBeEmpty();
        (await Behind(ReportedNumber.Complained, All with { First = Today, Last = Today })).ShouldBeEmpty();
        (await Behind(ReportedNumber.Delivered, All with { First = Today.AddDays(1) })).ShouldBeEmpty();
        (await Behind(ReportedNumber.Bounced, All with { First = DateOnly.MinValue, Last = DateOnly.MaxValue }))
            .Count.ShouldBe(2);
        (await Behind(ReportedNumber.Accepted, All with { First = DateOnly.MinValue, Last = DateOnly.MaxValue }))
            .Count.ShouldBe(7);
    }

    [Theory]
    [InlineData(ReportedNumber.Accepted)]
    [InlineData(ReportedNumber.Deferred)]
    [InlineData(ReportedNumber.Held)]
    public async Task pages_follow_each_other_without_gap_or_repeat(ReportedNumber number)
    {
        var records = Enumerable.Range(0, 7)
            .Select(i => Samples.Record(Samples.Demo, Samples.Message($"a{i}@example.org"))).ToList();
        foreach (var record in records)
        {
            await test.Store.Submissions.Commit(record);
            await test.Change(record.Key(), state => state.Deferred(Samples.Noon.AddHours(1)));
            await test.Change(record.Key(), state => state with { Pending = [] });
            await Happens(record.Key(), new MessageEvent.Held(HoldReason.AccountOff, null, null) { At = Samples.Noon });
        }

        var found = new List<string>();
        ReportedPlace? after = null;
        for (var pages = 1; ; pages++)
        {
            var page = await test.Store.Reported.Find(
                Samples.Demo, new ReportedSearch(number, All, null, null, after, 3));
            found.AddRange(page.Recipients.Select(one => one.Message.Recipient.ToString()));
            after = page.Next;
            if (after is not null)
                continue;
            pages.ShouldBe(3);
            break;
        }

        found.ShouldBe(Enumerable.Range(0, 7).Reverse().Select(i => $"a{i}@example.org"));
    }

    [Fact]
    public async Task addresses_go_with_their_messages_while_the_numbers_stay()
    {
        await Happened();
        test.Time.Advance(TimeSpan.FromDays(400));
        await test.Store.Erase();
        (await Behind(ReportedNumber.Bounced, All)).ShouldBeEmpty();
        (await Behind(ReportedNumber.Delivered, All)).ShouldBeEmpty();
        var counts = (await test.Store.Counters.Report(Samples.Demo, All, ReportGrouping.Total))!;
        counts.Groups.Where(group => group.Event == "message.bounced").Sum(group => group.Count).ShouldBe(2);
    }

    [Fact]
    public async Task nobody_sees_addresses_of_another_tenant()
    {
        await Happened();
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        foreach (var number in Enum.GetValues<ReportedNumber>())
        {
            var search = new ReportedSearch(number, All, null, null, null, 100);
            (await test.Store.Reported.Find(Samples.Other, search)).Recipients.Length
                .ShouldBe(number == ReportedNumber.Accepted ? 1 : 0);
            (await test.Store.Reported.Find(TenantId.Parse("nobody"), search)).Recipients.ShouldBeEmpty();
            (await test.Store.Reported.Find(
                Samples.Other, search with { After = new ReportedPlace(long.MaxValue, long.MaxValue) })).Recipients
                .ShouldAllBe(one => one.Message.Recipient.ToString() == "anna@example.org");
        }
    }

    /// <summary>Of everything that is counted one, of bounces two; late things a day later.</summary>
    private async Task Happened()
    {
        var later = Samples.Noon.AddDays(1);
        var fine = await Sent("fine@example.org", state => state with { Campaign = "spring", Tags = ["vip"] });
        await test.Change(fine, state => state.Delivered());
        await Happens(
            fine, new MessageEvent.Complained("abuse") { At = later },
            new MessageEvent.LateBounced(Samples.Full, Samples.MailboxFull, null) { At = later },
            new MessageEvent.Unsubscribed(null) { At = later });
        var full = await Sent("full@example.org");
        await test.Change(full, state => state.Deferred(later));
        await Happens(full, Bounce(Samples.MailboxFull));
        await Happens(await Sent("gone@example.org"), Bounce(Gone));
        await Happens(await Sent("late@example.org"), new MessageEvent.Expired(null, null) { At = Samples.Noon });
        await Happens(await Sent("listed@example.org"), new MessageEvent.Suppressed("bounced") { At = Samples.Noon });
        await Happens(await Sent("off@example.org"), new MessageEvent.Cancelled(false) { At = Samples.Noon });
        await Happens(
            await Sent("held@example.org"), new MessageEvent.Held(HoldReason.AccountOff, null, null) { At = later });
    }

    private static MessageEvent.Bounced Bounce(Verdict verdict) => new(
        1, Reply.Of(550, "5.1.1", "No"), Samples.Trace, verdict, AttemptsUsedUp: false)
    { At = Samples.Noon };

    private async Task<MessageKey> Sent(string address, Func<MessageState, MessageState>? with = null)
    {
        var message = Samples.Message(address);
        var record = Samples.Record(Samples.Demo, with is null ? message : with(message));
        await test.Store.Submissions.Commit(record);
        return record.Key();
    }

    private Task Happens(MessageKey key, params ImmutableArray<MessageEvent> events) =>
        test.Change(key, state => MessageFold.Apply(state, events));

    private async Task<List<string>> Behind(
        ReportedNumber number, ReportFilter filter, string? category = null, bool? hard = null) =>
    [
        .. (await test.Store.Reported.Find(
                Samples.Demo, new ReportedSearch(number, filter, category, hard, null, 100))).Recipients
            .Select(one => one.Message.Recipient.ToString()).Order(),
    ];

    private static string NameOf(ReportedNumber number) => number == ReportedNumber.LateBounced
        ? "message.late_bounced"
        : "message." + number.ToString().ToLowerInvariant();
}
