using Actors.Grains.Alarms;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Thresholds;

namespace Actors.Grains.Tests.Embedded;

/// <summary>An account that goes too far is warned, blocked and lifted: each once, also after a crash.</summary>
public sealed class ThresholdScenarios : Scenario
{
    private static readonly AccountId Second = AccountId.Parse("acc_second");
    private static readonly Lift Lifting = new(DateTimeOffset.UnixEpoch, "ops@example.org", "The list was cleaned.");

    private IThresholdGrain Thresholds => World.Grains.GetGrain<IThresholdGrain>(GrainWorld.Shop.Value);

    private AccountGate Gate => World.Run(World.SmtpAccount().Gate());

    [Fact]
    public void bounces_under_load_warn_once_and_block_once()
    {
        Prepare();
        SendAll(20, bad: 1);
        Letters().ShouldBe(["Mail of Shop comes near a block"]);
        SendAll(20, bad: 1);
        Letters().Length.ShouldBe(1, "it was told of that level");

        SendAll(40, bad: 10);

        Letters().ShouldBe(["Mail of Shop comes near a block", "The SMTP account Shop is blocked"]);
        World.Letters("operator@sandbox.test").ShouldBe(Letters(), "the operator has no users yet, and is told");
        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        var block = World.Run(World.SmtpAccount().Get())!.Blocks.ShouldHaveSingleItem();
        (block.Cause, block.Number).ShouldBe((BlockCause.Account, 1));
        block.Reason.ShouldMatch("^Of [0-9]+ messages that ended within 24 hours, [0-9]+ bounced hard");
    }

    [Fact]
    public void too_few_messages_say_nothing()
    {
        Prepare();
        SendAll(19, bad: 19);
        Letters().ShouldBeEmpty();
        Gate.Reason.ShouldBe(HoldReason.None);
    }

    [Fact]
    public async Task too_few_messages_are_looked_at_again_also_after_a_restart()
    {
        Prepare();
        SendAll(10, bad: 5);
        Letters().ShouldBeEmpty();
        await World.Crash();
        SendAll(10, bad: 0); // of good ones nobody is told

        Letters().ShouldBe(["The SMTP account Shop is blocked"]);
        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        Stored()!.DueAt.ShouldBeNull();
    }

    [Fact]
    public void what_stays_too_little_is_looked_at_until_it_is_over_and_then_no_more()
    {
        Prepare();
        SendAll(10, bad: 5);
        Stored()!.DueAt.ShouldNotBeNull();
        var before = World.Counts.Readings;
        World.AdvanceTo(
            World.Time.GetUtcNow() + ThresholdLimits.LongWindow + ThresholdLimits.LookAgainMax, TimeSpan.FromHours(1));
        Stored()!.DueAt.ShouldBeNull();
        (World.Counts.Readings - before).ShouldBeInRange(50, 200);
        before = World.Counts.Readings;
        World.Advance(TimeSpan.FromHours(2));
        World.Counts.Readings.ShouldBe(before);
    }

    [Fact]
    public void a_complaint_counts_against_what_was_finished()
    {
        Prepare(complaintBlock: 500);
        var message = SendAll(20, bad: 0)[0];
        World.Run(World.Message(message).Hear(new LateReport.Complaint("abuse")));
        World.Settle();

        Letters().ShouldBe(["The SMTP account Shop is blocked"]);
        World.Run(Thresholds.Of(GrainWorld.Account)).Windows[0].Counts.ShouldBe(new HealthCounts(20, 0, 1));
    }

    [Fact]
    public void a_blocked_account_holds_what_is_queued_until_the_block_is_lifted()
    {
        Block();
        var held = World.Send();
        (World.Store[held].Phase, World.Store[held].HoldReason).ShouldBe(
            (MessagePhase.Held, HoldReason.AccountBlocked));
        World.Run(World.SmtpAccount().Switch(false));

        World.Run(Thresholds.Lift(GrainWorld.Account, Lifting)).Value.ShouldNotBeNull().Lifts.ShouldBe([Lifting]);

        Gate.Reason.ShouldBe(HoldReason.AccountOff, "the tenant's own switch is another state");
        World.Store[held].Phase.ShouldBe(MessagePhase.Held);
        World.Run(World.SmtpAccount().Switch(true));
        World.Settle();
        World.Store[held].Phase.ShouldBe(MessagePhase.Delivered);
    }

    [Fact]
    public void after_a_lift_only_what_is_newer_counts()
    {
        Block();
        World.Run(Thresholds.Lift(GrainWorld.Account, Lifting));
        World.Run(Thresholds.Of(GrainWorld.Account)).Windows.ShouldAllBe(window => window.Counts.IsNothing);
        Letters().Length.ShouldBe(1);

        SendAll(19, bad: 19);
        Gate.Reason.ShouldBe(HoldReason.None);
        SendAll(1, bad: 1);

        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        Letters().Length.ShouldBe(2);
        World.Run(World.SmtpAccount().Get())!.Blocks.ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public void what_is_not_blocked_is_not_lifted()
    {
        Prepare();
        World.Run(Thresholds.Lift(GrainWorld.Account, Lifting)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        World.Run(Thresholds.Lift(null, Lifting)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void accounts_that_go_too_far_together_are_all_blocked_and_lifted_together()
    {
        Prepare();
        AddSecond();
        SendAll(12, bad: 3);
        SendAll(12, bad: 3, Second);

        Letters().ShouldBe(["The SMTP account Shop, Second is blocked"]);
        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        World.Run(Account(Second).Gate()).Reason.ShouldBe(HoldReason.AccountBlocked);

        World.Run(Thresholds.Lift(null, Lifting)).Value!.Windows.ShouldAllBe(window => window.Counts.IsNothing);

        Gate.Reason.ShouldBe(HoldReason.None);
        World.Run(Account(Second).Gate()).Reason.ShouldBe(HoldReason.None);
    }

    [Fact]
    public void an_account_that_is_made_while_all_are_blocked_is_blocked_too()
    {
        Prepare();
        AddSecond();
        SendAll(12, bad: 3);
        SendAll(12, bad: 3, Second);
        var third = AccountId.Parse("acc_third");
        World.Run(Account(third).Create(new SmtpAccountDraft("Third", MailStream.Transactional, Approved: true)));
        World.Run(World.Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value).AddAccount(third.Value));
        World.Settle();

        World.Run(Account(third).Gate()).Reason.ShouldBe(HoldReason.AccountBlocked);

        World.Run(Thresholds.Lift(null, Lifting));
        World.Run(Account(third).Gate()).Reason.ShouldBe(HoldReason.None);
    }

    [Fact]
    public void an_account_that_is_made_anew_under_the_id_of_a_blocked_one_is_blocked()
    {
        Block();
        AddSecond();
        var tenant = World.Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value);
        World.Run(tenant.RemoveAccount(GrainWorld.Account.Value));
        World.Run(World.SmtpAccount().Erase());
        World.Run(World.SmtpAccount().Create(new SmtpAccountDraft("Shop", MailStream.Transactional, Approved: true)));
        World.Run(tenant.AddAccount(GrainWorld.Account.Value));
        World.Settle();

        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        Letters().Length.ShouldBe(1, "it is the same block");
    }

    [Fact]
    public async Task a_crash_between_the_event_and_the_look_blocks_and_tells_once()
    {
        Prepare();
        World.Store.HoldEffects = true; // the process dies before it carries them out
        SendAll(20, bad: 10);
        Gate.Reason.ShouldBe(HoldReason.None);
        await World.Crash();
        World.Store.HoldEffects = false;

        World.Advance(OutboxLimits.Reading);

        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        Letters().ShouldBe(["The SMTP account Shop is blocked"]);
    }

    [Fact]
    public async Task a_crash_between_the_level_the_block_and_the_mail_loses_neither_and_doubles_neither()
    {
        Prepare();
        World.Store.HoldEffects = true;
        SendAll(20, bad: 10);
        _ = Thresholds.Look();
        World.RunUntil(() => Stored()?.Of(GrainWorld.Account).Level == HealthLevel.Blocked);
        await World.Crash(); // the level is stored, and nobody knows

        Ring();
        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        await World.Crash();
        World.Store.HoldEffects = false;
        Ring();

        Letters().ShouldBe(["The SMTP account Shop is blocked"]);
        World.Run(World.SmtpAccount().Get())!.Blocks.ShouldHaveSingleItem();
        Stored()!.DueAt.ShouldBeNull();
    }

    [Fact]
    public void of_a_thousand_looks_at_once_two_read()
    {
        Prepare();
        World.Counts.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = World.Counts.Readings;
        var looks = Enumerable.Range(0, 1_000).Select(_ => Thresholds.Look()).ToArray();
        World.Settle();
        var gate = World.Counts.Gate;
        World.Counts.Gate = null;
        gate.SetResult();
        World.Settle();

        looks.ShouldAllBe(look => look.IsCompletedSuccessfully);
        (World.Counts.Readings - before).ShouldBe(2);
    }

    [Fact]
    public void another_tenants_bounces_leave_a_tenants_mail_alone()
    {
        Block();
        var club = TenantId.Parse("club");
        World.AddTenant(club);
        Wire.Script = _ => Answer.Ok;

        World.Store[World.Send(tenant: club)].Phase.ShouldBe(MessagePhase.Delivered);

        World.Run(World.SmtpAccount(club).Gate()).Reason.ShouldBe(HoldReason.None);
        var other = World.Run(World.Grains.GetGrain<IThresholdGrain>(club.Value).Of(GrainWorld.Account));
        other.Windows[0].Counts.ShouldBe(new HealthCounts(1, 0, 0));
    }

    private void Block()
    {
        Prepare();
        SendAll(20, bad: 10);
        Gate.Reason.ShouldBe(HoldReason.AccountBlocked);
        Wire.Script = _ => Answer.Ok;
    }

    /// <summary>A plan that judges from 20 messages on, and somebody to tell.</summary>
    private void Prepare(int complaintBlock = 30)
    {
        World.Run(World.Grains.GetGrain<IMailOwnerGrain>(GrainWorld.Shop.Value).PrepareSender());
        World.Run(World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value).Apply(
            new SubscriptionCommand.Describe(Subscriptions.Contracts.Customer), null)).Value.ShouldNotBeNull();
        var catalogue = World.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);
        var startup = World.Run(catalogue.Get()).Of(PlanName.Startup);
        World.Run(catalogue.SetPlan(
            PlanName.Startup,
            startup with { Thresholds = new SendingThresholds { MessagesMin = 20, ComplaintBlock = complaintBlock } },
            null));
        World.StartClock();
    }

    private void AddSecond()
    {
        World.Run(Account(Second).Create(new SmtpAccountDraft("Second", MailStream.Transactional, Approved: true)));
        var tenant = World.Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value);
        World.Run(tenant.AddAccount(GrainWorld.Account.Value));
        World.Run(tenant.AddAccount(Second.Value));
    }

    private ISmtpAccountGrain Account(AccountId account) =>
        World.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, account).ToString());

    /// <summary>All at once; the first of them to addresses that do not exist.</summary>
    private MessageKey[] SendAll(int count, int bad, AccountId? account = null)
    {
        Wire.Script = order => order.Recipient.ToString().StartsWith("none", StringComparison.Ordinal)
            ? Answer.Unknown
            : Answer.Ok;
        var start = World.Store.Messages.Count;
        var sent = Enumerable.Range(0, count)
            .Select(i => World.Submit(
                GrainWorld.Mail($"{(i < bad ? "none" : "ann")}{start + i}@example.com") with
                {
                    Account = account ?? GrainWorld.Account,
                }))
            .ToArray();
        World.Settle();
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            World.StartOutbox(partition);
        World.Advance(AlarmClockLimits.Reading);
        return
        [
            .. sent.Select(one => new MessageKey(
                GrainWorld.Shop, new MessageId(one.Result.ShouldBeOfType<SubmitResult.Accepted>().Receipt.Id, 0))),
        ];
    }

    private ThresholdState? Stored() => World.Store.Find<ThresholdState>("thresholds", GrainWorld.Shop.Value);

    private string[] Letters() => World.Letters(Subscriptions.Contracts.Customer.ContactEmail);

    private void Ring() => World.Advance(AlarmClockLimits.Reading);
}
