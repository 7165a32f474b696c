using Actors.Grains.Messages;

namespace Actors.Grains.Tests.Messages;

public sealed class MessageReportTests
{
    private static readonly AttemptOutcome Transient = new AttemptOutcome.Transient(Mails.Full, null);
    private static readonly AttemptOutcome Permanent = new AttemptOutcome.Permanent(Mails.Unknown);
    private static readonly AttemptOutcome Uncertain = new AttemptOutcome.Uncertain(Mails.Cut);
    private static readonly AttemptOutcome Delivered = new AttemptOutcome.Delivered(Mails.Ok);

    [Fact]
    public void the_first_report_decides()
    {
        Mails.Accepted().Report(Delivered).ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.Delivered>();
        Mails.Accepted().Report(Permanent).ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.Bounced>();
        Mails.Accepted().Report(Transient).ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.Deferred>()
            .NextAttemptAt.ShouldBe(Mails.Noon.AddMinutes(15));
    }

    [Fact]
    public void the_same_report_twice_is_one_event()
    {
        foreach (var outcome in new[] { Transient, Permanent, Uncertain, Delivered })
        {
            var state = Mails.Accepted();
            var report = state.Told(outcome);

            state.With(state.Report(report)).Report(report).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(MessagePhase.Delivered)]
    [InlineData(MessagePhase.Bounced)]
    [InlineData(MessagePhase.Expired)]
    [InlineData(MessagePhase.Suppressed)]
    [InlineData(MessagePhase.Cancelled)]
    public void a_report_after_the_end_changes_nothing(MessagePhase phase)
    {
        foreach (var outcome in new[] { Transient, Permanent, Uncertain, Delivered })
            Mails.In(phase).Report(outcome).ShouldBeEmpty();
    }

    [Fact]
    public void a_report_of_an_earlier_attempt_is_late()
    {
        var state = Mails.In(MessagePhase.Deferred);

        state.Report(new AttemptReport(1, 1, Permanent, AttemptTrace.None)).ShouldBeEmpty();
        state.Report(new AttemptReport(1, 1, Transient, AttemptTrace.None)).ShouldBeEmpty();
    }

    [Fact]
    public void a_report_of_an_attempt_to_come_is_out_of_order() =>
        Mails.Accepted().Report(new AttemptReport(2, 1, Permanent, AttemptTrace.None)).ShouldBeEmpty();

    [Fact]
    public void a_report_of_an_old_epoch_changes_nothing_unless_it_delivered()
    {
        var state = Mails.Accepted().With(new MessageEvent.AttemptStarted(1, 2) { At = Mails.Noon });

        state.Report(new AttemptReport(1, 1, Transient, AttemptTrace.None)).ShouldBeEmpty();
        state.Report(new AttemptReport(1, 1, Delivered, AttemptTrace.None)).ShouldHaveSingleItem()
            .ShouldBeOfType<MessageEvent.Delivered>();
    }

    [Fact]
    public void a_late_delivery_says_which_attempt_it_was_and_attempts_do_not_grow_by_it()
    {
        var state = Mails.In(MessagePhase.Deferred);
        state = state.With(state.Report(Transient));
        state.Attempts.ShouldBe(2);

        var events = state.Report(new AttemptReport(1, 1, Delivered, AttemptTrace.None));

        events.ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.Delivered>().Attempt.ShouldBe(1);
        state.With(events).Attempts.ShouldBe(2);
    }

    [Fact]
    public void an_uncertain_outcome_is_retried_or_held_as_the_client_chose()
    {
        Mails.Accepted(OnUncertain.Retry).Report(Uncertain).ShouldHaveSingleItem()
            .ShouldBeOfType<MessageEvent.Deferred>().Uncertain.ShouldBeTrue();
        Mails.In(MessagePhase.Attempting, OnUncertain.Hold).Report(Uncertain).ShouldHaveSingleItem()
            .ShouldBe(new MessageEvent.Held(HoldReason.Uncertain, 1, AttemptTrace.None) { At = Mails.Noon });
    }

    [Fact]
    public void what_is_held_for_doubt_still_ends_when_the_receiver_has_it()
    {
        var state = Mails.In(MessagePhase.Attempting, OnUncertain.Hold);
        var held = state.With([.. MessageRules.Wake(state, Mails.Noon.AddHours(1))]);

        held.Report(new AttemptReport(1, 1, Transient, AttemptTrace.None)).ShouldBeEmpty();
        held.Report(new AttemptReport(1, 1, Delivered, AttemptTrace.None)).ShouldHaveSingleItem()
            .ShouldBeOfType<MessageEvent.Delivered>();
    }

    [Fact]
    public void a_start_is_recorded_once_and_only_for_the_attempt_waited_for()
    {
        var state = Mails.Accepted(OnUncertain.Hold);
        MessageRules.Start(state, 1, 1, Mails.Noon).ShouldHaveSingleItem()
            .ShouldBe(new MessageEvent.AttemptStarted(1, 1) { At = Mails.Noon });

        MessageRules.Start(state, 2, 1, Mails.Noon).ShouldBeEmpty();
        MessageRules.Start(state, 1, 2, Mails.Noon).ShouldBeEmpty();
        MessageRules.Start(state, 1, 1, state.Deadline).ShouldBeEmpty();
        MessageRules.Start(Mails.In(MessagePhase.Attempting), 1, 1, Mails.Noon).ShouldBeEmpty();
        MessageRules.Start(Mails.In(MessagePhase.Held), 1, 1, Mails.Noon).ShouldBeEmpty();
        MessageRules.Start(Mails.In(MessagePhase.Cancelled), 1, 1, Mails.Noon).ShouldBeEmpty();
    }

    [Fact]
    public void an_attempt_taken_over_after_a_crash_has_a_new_epoch_and_the_old_one_cannot_start()
    {
        var crashed = Mails.In(MessagePhase.Attempting, OnUncertain.Retry);
        MessageRules.Wake(crashed, Mails.Noon.AddHours(1)).ShouldBeEmpty();
        MessageRules.NextEpoch(crashed).ShouldBe(2);

        var again = crashed.With([.. MessageRules.Start(crashed, 1, 2, Mails.Noon)]);
        again.Epoch.ShouldBe(2);
        MessageRules.Start(again, 1, 1, Mails.Noon).ShouldBeEmpty();
        again.Report(new AttemptReport(1, 1, Permanent, AttemptTrace.None)).ShouldBeEmpty();
    }

    [Fact]
    public void an_attempt_that_never_reached_its_start_reports_all_the_same()
    {
        var crashed = Mails.In(MessagePhase.Attempting, OnUncertain.Retry);

        crashed.Report(new AttemptReport(1, 2, Transient, AttemptTrace.None)).ShouldHaveSingleItem()
            .ShouldBeOfType<MessageEvent.Deferred>();
    }

    [Fact]
    public void a_transient_outcome_after_the_deadline_is_the_last()
    {
        var state = Mails.Accepted();
        var events = state.Report(Transient, state.Deadline);

        events.Select(e => e.GetType().Name).ShouldBe(["Deferred", "Expired"]);
        state.With(events).Attempts.ShouldBe(1);
        events[1].ShouldBe(new MessageEvent.Expired(
            Mails.Full, new Verdict("mailbox_full", false, "recipient", "mailbox.full"))
        { At = state.Deadline });
    }

    [Fact]
    public void what_may_not_be_tried_is_held_without_an_attempt()
    {
        var state = Mails.Accepted();
        var held = state.With(state.Report(new AttemptOutcome.Withheld(HoldReason.LiveDeliveryOff)));

        held.Phase.ShouldBe(MessagePhase.Held);
        held.HoldReason.ShouldBe(HoldReason.LiveDeliveryOff);
        held.Attempts.ShouldBe(0);
        held.DueAt.ShouldBe(held.Deadline);
    }
}
