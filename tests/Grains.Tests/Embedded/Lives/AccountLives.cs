using Actors.Grains.Alarms;
using Actors.Grains.Allowances;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Thresholds;

namespace Actors.Grains.Tests.Embedded.Lives;

/// <summary>Whole lives of an account over weeks: its rates in windows that slide, its allowance over the end of a
/// month.</summary>
public sealed class AccountLives : Scenario
{
    private readonly List<string> seen = [];
    private DateTimeOffset began;
    private int told;
    private int number;

    private IThresholdGrain Thresholds => World.Grains.GetGrain<IThresholdGrain>(GrainWorld.Shop.Value);

    [Fact]
    public void rates_slide_over_a_day_and_a_week_warn_once_and_block_once()
    {
        Prepare(plan => plan with { Thresholds = new SendingThresholds { MessagesMin = 20 } });
        SendOn(0, good: 10, bad: 0);
        SendOn(1.5, good: 14, bad: 1); // too few for a day, 4 % of a week
        SendOn(3, good: 14, bad: 1); // 5 % of a week
        SendOn(6, good: 14, bad: 1); // 5.5 %: told already
        SendOn(8, good: 19, bad: 1); // day 0 has left the week, and 5 % of a day
        SendOn(11, good: 99, bad: 1); // 1 % of a day, 2.2 % of a week: the warning is over
        SendOn(19, good: 18, bad: 2); // day 11 has left the week: 10 %
        SendOn(20, good: 1, bad: 0); // held

        seen.ShouldBe(
        [
            "day 0: None, 10 and 10 ended, 0 and 0 hard", "day 1.5: None, 15 and 25 ended, 1 and 1 hard",
            "day 3: Warning, 15 and 40 ended, 1 and 2 hard, told: Mail of Shop comes near a block",
            "day 6: Warning, 15 and 55 ended, 1 and 3 hard", "day 8: Warning, 20 and 65 ended, 1 and 4 hard",
            "day 11: None, 100 and 135 ended, 1 and 3 hard",
            "day 19: Blocked, 20 and 20 ended, 2 and 2 hard, told: The SMTP account Shop is blocked",
            "day 20: Blocked, 0 and 20 ended, 0 and 2 hard",
        ]);
    }

    [Fact]
    public void what_waits_for_a_lift_keeps_waiting_and_what_the_operator_drops_is_never_sent()
    {
        Prepare(plan => plan with { Thresholds = new SendingThresholds { MessagesMin = 20 } });
        SendOn(0, good: 18, bad: 2);
        var (kept, dropped) = (World.Send(), World.Send(GrainWorld.Mail("bob@example.com")));
        World.Advance(TimeSpan.FromDays(2));
        World.Ask(dropped, MessageCommand.Drop).ShouldBe(CommandResult.Done);
        World.Run(Thresholds.Lift(GrainWorld.Account, new Lift(World.Time.GetUtcNow(), "ops", "Cleaned."))).Refusal
            .ShouldBeNull();
        World.Advance(TimeSpan.FromMinutes(5));

        World.EventsOf(kept).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
        World.EventsOf(dropped).ShouldBe(["Accepted", "Held", "Cancelled"]);
        World.Store.Events.Select(one => one.Event).OfType<MessageEvent.Held>()
            .ShouldAllBe(held => held.Reason == HoldReason.AccountBlocked);
    }

    [Fact]
    public void the_turn_of_a_month_brings_room_and_what_is_given_back_later_stays_in_its_own()
    {
        Prepare(plan => plan with { MessagesPerMonth = 3 });
        var january = BillingMonth.Of(began);
        Wire.Script = _ => Answer.Greylisted;
        World.AdvanceTo(january.Ends().AddHours(-1), TimeSpan.FromDays(3));
        var last = World.Send();
        World.Send();
        World.Send();
        Refused();
        World.AdvanceTo(january.Ends().AddSeconds(-1), TimeSpan.FromDays(3));
        Refused();
        World.AdvanceTo(january.Ends(), TimeSpan.FromDays(3));
        for (var i = 0; i < 3; i++)
            World.Send();
        Refused();
        World.Ask(last, MessageCommand.Cancel).ShouldBe(CommandResult.Done); // of January
        Refused();

        World.Run(World.Counts.Messages(GrainWorld.Shop, january)).ShouldBe(2);
        World.Run(World.Counts.Messages(GrainWorld.Shop, january.Plus(1))).ShouldBe(3);
        Letters().ShouldBe(["3 of 3 messages are used", "3 of 3 messages are used"]);
    }

    private void Prepare(Func<PlanTerms, PlanTerms> change)
    {
        World.Run(World.Grains.GetGrain<IMailOwnerGrain>(GrainWorld.Shop.Value).PrepareSender());
        World.Run(World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value).Apply(
            new SubscriptionCommand.Describe(Subscriptions.Contracts.Customer), null)).Value.ShouldNotBeNull();
        var catalogue = World.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);
        var startup = World.Run(catalogue.Get()).Of(PlanName.Startup);
        World.Run(catalogue.SetPlan(PlanName.Startup, change(startup), null));
        World.StartClock();
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            World.StartOutbox(partition);
        World.Time.Advance(AllowanceLimits.PlanTime + TimeSpan.FromSeconds(1));
        Wire.Script = order => order.Recipient.LocalPart.StartsWith("none", StringComparison.Ordinal)
            ? Answer.Unknown
            : Answer.Ok;
        began = World.Time.GetUtcNow();
    }

    /// <summary>Good ones first, and writes down how the account stands.</summary>
    private void SendOn(double day, int good, int bad)
    {
        World.AdvanceTo(began.AddDays(day), TimeSpan.FromHours(6));
        for (var i = 0; i < good + bad; i++)
            World.Send(GrainWorld.Mail($"{(i < good ? "ann" : "none")}{number++}@example.com"));
        World.Advance(AlarmClockLimits.Reading);
        var view = World.Run(Thresholds.Of(GrainWorld.Account));
        var (ofDay, ofWeek) = (view.Windows[0].Counts, view.Windows[1].Counts);
        var letters = Letters();
        seen.Add(FormattableString.Invariant($"day {day}: {view.Level}, {ofDay.Finished} and {ofWeek.Finished} ended, ")
            + $"{ofDay.Hard} and {ofWeek.Hard} hard"
            + string.Concat(letters.Skip(told).Select(letter => $", told: {letter}")));
        told = letters.Length;
    }

    private string[] Letters() => World.Letters(Subscriptions.Contracts.Customer.ContactEmail);

    private void Refused() => World.Run(World.Submit(GrainWorld.Mail())).ShouldBeOfType<SubmitResult.Refused>()
        .Refusal.Code.ShouldBe(RefusalCode.AllowanceExhausted);
}
