using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Statistics;
using Actors.Grains.Subscriptions;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Storage.Tests.Counters;

/// <summary>What allowances and thresholds go by is counted in the commits of the events.</summary>
public sealed class OutcomeTests : IDisposable
{
    private static readonly BillingMonth January = BillingMonth.Of(Samples.Noon);
    private static readonly Reply Unknown = Reply.Of(550, "5.1.1", "User unknown");
    private static readonly Verdict NoSuchUser = new("invalid_recipient", true, "recipient", "user.unknown");
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task what_is_charged_counts_on_the_day_of_its_acceptance_and_is_given_back_there()
    {
        var record = Samples.Record(
            Samples.Demo, Charged(), Charged("b@example.org"), Samples.Message("c@example.org"));
        await test.Store.Submissions.Commit(record);
        (await test.Store.Allowances.Messages(Samples.Demo, January)).ShouldBe(2);
        await Happens(record.Key(0), new MessageEvent.Cancelled(Dropped: false) { At = Samples.Noon.AddDays(40) });
        await Happens(record.Key(1), Delivered(Samples.Noon));
        await Happens(record.Key(2), new MessageEvent.Cancelled(Dropped: false) { At = Samples.Noon });
        test.Reopen();
        (await test.Store.Allowances.Messages(Samples.Demo, January)).ShouldBe(1);
        (await test.Store.Allowances.Messages(Samples.Demo, January.Plus(1))).ShouldBe(0);
        (await test.Store.Allowances.Messages(Samples.Other, January)).ShouldBe(0);
        var today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
        (await test.Store.Counters.OfAccount(Samples.Demo, Samples.Account, today, today))
            .Counts.Select(count => count.Event).ShouldBe(
                ["message.accepted", "message.delivered", "message.cancelled"], "what is charged is no event");
    }

    [Fact]
    public async Task outcomes_are_added_up_by_account_and_hour()
    {
        var at = Samples.Noon;
        await Sent(Delivered(at));
        await Sent(Bounced(at.AddMinutes(59), NoSuchUser));
        await Sent(Bounced(at.AddMinutes(59), Samples.MailboxFull));
        await Sent(Bounced(at.AddHours(1), NoSuchUser with { Scope = "policy" }));
        await Sent(new MessageEvent.Expired(null, null) { At = at.AddHours(1) });
        await Sent(new MessageEvent.Suppressed("bounced") { At = at });
        await Sent(new MessageEvent.Cancelled(Dropped: true) { At = at });
        await Sent(Delivered(at), new MessageEvent.Complained("abuse") { At = at.AddHours(2) });
        await Sent(Delivered(at), new MessageEvent.LateBounced(Unknown, NoSuchUser, null) { At = at.AddHours(2) });
        await Sent( // the soft failure counts as finished, and the report after it as hard
            Bounced(at, Samples.MailboxFull),
            new MessageEvent.LateBounced(Unknown, NoSuchUser, null) { At = at.AddHours(2) });

        (await Outcomes(Samples.Demo, at)).ShouldBe(
        [
            new HealthHour(Samples.Account, at, new HealthCounts(6, 1, 0)),
            new HealthHour(Samples.Account, at.AddHours(1), new HealthCounts(2, 0, 0)),
            new HealthHour(Samples.Account, at.AddHours(2), new HealthCounts(0, 2, 1)),
        ]);
        (await Outcomes(Samples.Demo, at.AddHours(1).AddMinutes(30))).Length.ShouldBe(2);
        (await Outcomes(Samples.Other, at)).ShouldBeEmpty();
    }

    [Fact]
    public async Task own_servers_and_the_platforms_own_mails_are_not_watched()
    {
        var own = Samples.Record(Samples.Demo, Samples.Message() with { ByOwnServer = true });
        await test.Store.Submissions.Commit(own);
        await Happens(own.Key(), Bounced(Samples.Noon, NoSuchUser));
        var platforms = Samples.Record(PlatformSender.Tenant);
        await test.Store.Submissions.Commit(platforms);
        await Happens(platforms.Key(), Bounced(Samples.Noon, NoSuchUser));

        (await Outcomes(Samples.Demo, Samples.Noon)).ShouldBeEmpty();
        (await Outcomes(PlatformSender.Tenant, Samples.Noon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task thousands_of_bounces_in_an_hour_are_one_row_and_leave_another_tenants_alone()
    {
        var many = Enumerable.Range(0, 20).Select(i => Samples.Record(
            Samples.Demo, [.. Enumerable.Range(0, 100).Select(j => Samples.Message($"{i}-{j}@example.org"))])).ToList();
        foreach (var record in many)
            await test.Store.Submissions.Commit(record);
        await Task.WhenAll(many.SelectMany(record =>
            Enumerable.Range(0, 100).Select(i => Happens(record.Key(i), Bounced(Samples.Noon, NoSuchUser)))));
        var other = Samples.Record(Samples.Other);
        await test.Store.Submissions.Commit(other);
        await Happens(other.Key(), Delivered(Samples.Noon));

        (await Outcomes(Samples.Demo, Samples.Noon)).ShouldHaveSingleItem().Counts
            .ShouldBe(new HealthCounts(2_000, 2_000, 0));
        (await Outcomes(Samples.Other, Samples.Noon)).ShouldHaveSingleItem().Counts
            .ShouldBe(new HealthCounts(1, 0, 0));
    }

    [Fact]
    public async Task outcomes_that_are_in_no_window_any_more_are_erased()
    {
        await Sent(Delivered(Samples.Noon));
        await Sent(Delivered(Samples.Noon.AddHours(1)));
        test.Time.Advance(ThresholdLimits.LongWindow + TimeSpan.FromMinutes(70));
        await test.Store.Erase();
        (await Outcomes(Samples.Demo, Samples.Noon)).ShouldHaveSingleItem().Hour.ShouldBe(Samples.Noon.AddHours(1));
    }

    [Fact]
    public async Task what_is_heard_of_a_message_that_is_erased_counts_in_the_commit_of_its_contact()
    {
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo)); // the tenant is known
        var key = ContactKey.Of(Samples.Demo, EmailAddress.Parse("ann@example.org"));
        var cause = new ContactCause.Complained
        {
            Message = new MessageId(Samples.NewId(), 0), At = Samples.Noon, CountsFor = Samples.Account,
        };
        var told = ContactRules.Apply(new ContactState(), cause, new ContactOptions());
        var state = new GrainState<ContactState> { State = told };
        await test.Store.Contacts.WriteStateAsync("contact", GrainId.Create("contact", key.ToString()), state);

        (await Outcomes(Samples.Demo, Samples.Noon)).ShouldHaveSingleItem().Counts
            .ShouldBe(new HealthCounts(0, 0, 1));
        ContactRules.Apply(told, cause, new ContactOptions()).ShouldBeSameAs(told);
        var another = cause with { Message = new MessageId(Samples.NewId(), 0) };
        ContactRules.Apply(told, another, new ContactOptions()).Outcome.ShouldNotBeNull(
            "a second complaint of the same reader counts, too");
        (another with { CountsFor = null }).ShouldSatisfyAllConditions(
            own => ContactRules.Apply(told, own, new ContactOptions()).ShouldBeSameAs(told));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task what_is_heard_of_a_message_that_is_erased_is_in_the_reports_of_its_account(bool hard)
    {
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        var verdict = hard ? NoSuchUser : new Verdict("mailbox_full", false, "recipient", "mailbox.full");
        var bounce = new ContactCause.LateBounced(verdict)
        {
            Message = new MessageId(Samples.NewId(), 0), At = Samples.Noon, CountsFor = Samples.Account,
            CountsIn = MailStream.Marketing,
        };
        var complaint = new ContactCause.Complained
        {
            Message = bounce.Message, At = Samples.Noon, CountsFor = Samples.Account, CountsIn = MailStream.Marketing,
        };
        await Told("ann@example.org", bounce);
        await Told("ben@example.org", complaint);

        var today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
        var counts = await test.Store.Counters.Report(
            Samples.Demo, new ReportFilter(null, null, Samples.Account, MailStream.Marketing, today, today),
            ReportGrouping.Total);
        counts.ShouldNotBeNull().Groups.ShouldBe(
            [
                new GroupCount("", "message.complained", "", false, 1),
                new GroupCount("", "message.late_bounced", verdict.Category, hard, 1),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task contacts_that_would_be_new_are_counted_once_for_each_mailbox()
    {
        var campaign = Samples.Message() with { Stream = MailStream.Marketing };
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo, campaign));
        (await test.Store.Allowances.ActiveContacts(Samples.Demo)).ShouldBe(1);
        ImmutableArray<EmailAddress> addresses =
            [campaign.Recipient, EmailAddress.Parse("ben@example.org"), EmailAddress.Parse("BEN@Example.org")];
        (await test.Store.Allowances.NewContacts(Samples.Demo, addresses)).ShouldBe(1);
        (await test.Store.Allowances.NewContacts(Samples.Other, addresses)).ShouldBe(2);
    }

    private Task Told(string address, ContactCause cause)
    {
        var key = ContactKey.Of(Samples.Demo, EmailAddress.Parse(address));
        var told = ContactRules.Apply(new ContactState(), cause, new ContactOptions());
        return test.Store.Contacts.WriteStateAsync(
            "contact", GrainId.Create("contact", key.ToString()), new GrainState<ContactState> { State = told });
    }

    private static MessageState Charged(string to = "anna@example.org") => Samples.Message(to) with { Charged = true };

    private static MessageEvent.Delivered Delivered(DateTimeOffset at) =>
        new(1, Samples.Ok, Samples.Trace) { At = at };

    private static MessageEvent.Bounced Bounced(DateTimeOffset at, Verdict verdict) =>
        new(1, Unknown, Samples.Trace, verdict, AttemptsUsedUp: false) { At = at };

    private async Task Sent(params ImmutableArray<MessageEvent> events)
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        await Happens(record.Key(), events);
    }

    private Task Happens(MessageKey key, params ImmutableArray<MessageEvent> events) =>
        test.Change(key, state => MessageFold.Apply(state, events));

    private async Task<ImmutableArray<HealthHour>> Outcomes(TenantId tenant, DateTimeOffset from) =>
        await test.Store.Outcomes.Read(tenant, from);
}
