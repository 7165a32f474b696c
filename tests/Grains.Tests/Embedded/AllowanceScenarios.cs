using Actors.Grains.Alarms;
using Actors.Grains.Allowances;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

/// <summary>A tenant's messages of the month: never more than the plan includes, never fewer.</summary>
public sealed class AllowanceScenarios : Scenario
{
    private const int Limit = 100;

    private IAllowanceGrain Allowance => World.Grains.GetGrain<IAllowanceGrain>(GrainWorld.Shop.Value);

    private ISubscriptionGrain Contract => World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value);

    [Fact]
    public void two_hundred_at_once_against_the_last_ten_send_exactly_ten()
    {
        Limits(Limit);
        Send(90);
        var results = Enumerable.Range(0, 200).Select(_ => World.Submit(GrainWorld.Mail())).ToArray();
        World.Settle();

        results.Count(one => one.Result is SubmitResult.Accepted).ShouldBe(10);
        results.Select(one => one.Result).OfType<SubmitResult.Refused>()
            .ShouldAllBe(one => one.Refusal.Code == RefusalCode.AllowanceExhausted);
        World.Run(Allowance.Get()).Messages.ShouldBe(new Used(Limit, Limit));
    }

    [Fact]
    public void what_is_not_stored_in_the_end_is_left_for_those_who_wait()
    {
        Limits(Limit);
        Send(90);
        World.Store.FailNextWrites(5);
        var results = Enumerable.Range(0, 200).Select(_ => World.Submit(GrainWorld.Mail())).ToArray();
        World.Settle();

        results.Count(one => one.Result is SubmitResult.Accepted).ShouldBe(10);
        results.Count(one => CodeOf(one.Result) == RefusalCode.StoreUnavailable).ShouldBe(5);
    }

    [Fact]
    public void a_batch_is_taken_whole_or_not_at_all()
    {
        Limits(Limit);
        Send(98);

        CodeOf(World.Run(World.Submit(To(3)))).ShouldBe(RefusalCode.AllowanceExhausted);
        World.Run(World.Submit(To(2))).ShouldBeOfType<SubmitResult.Accepted>();
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);
    }

    [Fact]
    public void what_is_cancelled_is_given_back_at_once()
    {
        Limits(1);
        Wire.Script = _ => Answer.Greylisted;
        var message = World.Send();
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);

        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Done);

        World.Send();
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);
    }

    [Fact]
    public void a_repeat_under_one_key_is_counted_once()
    {
        Limits(2);
        var mail = GrainWorld.Mail() with { Idempotency = new IdempotencyMark("order-17", "abc") };
        for (var i = 0; i < 5; i++)
            World.Run(World.Submit(mail)).ShouldBeOfType<SubmitResult.Accepted>();

        World.Send();
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);
    }

    [Fact]
    public async Task a_restart_counts_from_what_is_stored()
    {
        Limits(Limit);
        Send(95);
        await World.Crash();
        World.Time.Advance(TimeSpan.FromSeconds(1));

        Send(5);
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);
    }

    [Fact]
    public void a_larger_plan_has_room_at_once_and_a_new_month_too()
    {
        Limits(1);
        World.Send();
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);
        Limits(2);
        World.Send();
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);

        World.Time.Advance(BillingMonth.Of(World.Time.GetUtcNow()).Ends() - World.Time.GetUtcNow());

        World.Send();
    }

    [Fact]
    public void the_sandbox_and_the_platforms_own_mails_count_for_nothing()
    {
        Limits(0);

        World.Send(GrainWorld.Mail("ann@sandbox.test"));
        World.Send(GrainWorld.Mail() with { IsNotice = true });
        CodeOf(World.Run(World.Submit(GrainWorld.Mail()))).ShouldBe(RefusalCode.AllowanceExhausted);
    }

    [Fact]
    public void more_active_contacts_than_the_plan_includes_are_refused()
    {
        Limits(Limit, contacts: 10);
        World.Counts.Active = 9;
        var campaign = To(2) with { Stream = MailStream.Marketing };

        CodeOf(World.Run(World.Submit(campaign))).ShouldBe(RefusalCode.AllowanceExhausted);
        World.Run(World.Submit(To(2))).ShouldBeOfType<SubmitResult.Accepted>();
        World.Counts.Active = 8;
        World.Run(World.Submit(campaign)).ShouldBeOfType<SubmitResult.Accepted>();
    }

    [Fact]
    public void admins_are_told_once_at_eighty_per_cent_and_once_when_all_is_used()
    {
        Limits(Limit);
        AddContact();
        Send(79);
        Letters().ShouldBeEmpty();
        Send(1);
        Letters().ShouldBe(["80 of 100 messages are used"]);
        Send(19);
        Letters().Length.ShouldBe(1);
        Send(1);
        Letters().ShouldBe(["80 of 100 messages are used", "100 of 100 messages are used"]);
        World.Run(World.Submit(GrainWorld.Mail()));
        World.Advance(TimeSpan.FromMinutes(5));
        Letters().Length.ShouldBe(2);
    }

    [Fact]
    public async Task whoever_reaches_a_level_as_the_process_dies_is_told_by_the_next_and_once()
    {
        Limits(Limit);
        AddContact();
        Send(79);
        _ = World.Submit(GrainWorld.Mail());
        World.RunUntil(() => World.Store.SubmissionsStored == 80); // and nobody was told yet
        await World.Crash();
        Letters().ShouldBeEmpty();

        Ring();

        Letters().ShouldBe(["80 of 100 messages are used"]);
        Send(1);
        Ring();
        await World.Crash();
        Ring();
        Letters().Length.ShouldBe(1);
    }

    [Fact]
    public async Task a_level_that_is_reached_just_after_the_alarm_of_the_last_one_is_told_although_the_process_dies()
    {
        Limits(Limit);
        AddContact();
        Send(80);
        World.Advance(AllowanceLimits.LookAgain - TimeSpan.FromSeconds(1));
        Send(19);
        var gate = World.Store.Gate = new TaskCompletionSource();
        _ = World.Submit(GrainWorld.Mail());
        World.Advance(TimeSpan.FromSeconds(2));
        World.Run(World.Grains.GetGrain<IAllowanceWatchGrain>(GrainWorld.Shop.Value).Wake());
        var before = World.Store.SubmissionsStored;
        World.Store.Gate = null;
        gate.SetResult();
        World.RunUntil(() => World.Store.SubmissionsStored > before);
        await World.Crash();

        Ring();

        Letters().ShouldBe(["80 of 100 messages are used", "100 of 100 messages are used"]);
    }

    private void Limits(int messages, int? contacts = null)
    {
        var catalogue = World.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);
        var startup = World.Run(catalogue.Get()).Of(PlanName.Startup);
        World.Run(catalogue.SetPlan(
            PlanName.Startup, startup with { MessagesPerMonth = messages, ActiveContactsPerMonth = contacts }, null));
        World.Time.Advance(AllowanceLimits.PlanTime + TimeSpan.FromSeconds(1));
    }

    private void Send(int count)
    {
        for (var i = 0; i < count; i++)
            World.Run(World.Submit(GrainWorld.Mail())).ShouldBeOfType<SubmitResult.Accepted>();
    }

    private static SubmitCommand To(int recipients) => GrainWorld.Mail() with
    {
        Recipients =
        [
            .. Enumerable.Range(0, recipients).Select(i => Recipient.Of(EmailAddress.Parse($"r{i}@example.com"))),
        ],
    };

    private static RefusalCode? CodeOf(SubmitResult result) => (result as SubmitResult.Refused)?.Refusal.Code;

    private void AddContact()
    {
        World.Run(World.Grains.GetGrain<IMailOwnerGrain>(GrainWorld.Shop.Value).PrepareSender());
        World.Run(Contract.Apply(new SubscriptionCommand.Describe(Subscriptions.Contracts.Customer), null))
            .Value.ShouldNotBeNull();
    }

    private string[] Letters() => World.Letters();

    private void Ring()
    {
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        World.Advance(AlarmClockLimits.Reading + AllowanceLimits.LookAgain);
    }
}
