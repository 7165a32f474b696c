using Actors.Grains.Messages;

namespace Actors.Grains.Tests.Messages;

public sealed class MessageDeadlineTests
{
    [Theory]
    [InlineData(MessagePhase.Scheduled)]
    [InlineData(MessagePhase.Accepted)]
    [InlineData(MessagePhase.Attempting)]
    [InlineData(MessagePhase.Deferred)]
    [InlineData(MessagePhase.Held)]
    public void the_deadline_ends_every_phase_that_is_not_an_end(MessagePhase phase)
    {
        var state = Mails.In(phase);

        MessageRules.Wake(state, state.Deadline.AddTicks(-1)).ShouldBeEmpty();
        MessageRules.Wake(state, state.Deadline).ShouldHaveSingleItem()
            .ShouldBe(new MessageEvent.Expired(state.LastReply, state.LastVerdict) { At = state.Deadline });
    }

    [Fact]
    public void doubt_is_recorded_before_the_deadline_ends_it()
    {
        var state = Mails.In(MessagePhase.Attempting, OnUncertain.Hold);

        MessageRules.Wake(state, state.Deadline).ShouldBe(
        [
            new MessageEvent.Held(HoldReason.Uncertain, 1, null) { At = state.Deadline },
            new MessageEvent.Expired(null, null) { At = state.Deadline },
        ]);
    }

    [Theory]
    [InlineData(MessagePhase.Delivered)]
    [InlineData(MessagePhase.Bounced)]
    [InlineData(MessagePhase.Expired)]
    [InlineData(MessagePhase.Suppressed)]
    [InlineData(MessagePhase.Cancelled)]
    public void what_has_ended_is_not_woken(MessagePhase phase)
    {
        var state = Mails.In(phase);

        state.DueAt.ShouldBeNull();
        MessageRules.Wake(state, state.Deadline.AddYears(1)).ShouldBeEmpty();
        MessageRules.IsDue(state, state.Deadline.AddYears(1)).ShouldBeFalse();
    }

    [Fact]
    public void no_attempt_is_planned_behind_the_deadline()
    {
        var state = Mails.Accepted() with { Deadline = Mails.Noon.AddMinutes(10) };

        state.With(state.Report(new AttemptOutcome.Transient(Mails.Full, null))).DueAt.ShouldBe(state.Deadline);
    }

    [Fact]
    public void nothing_is_released_retried_or_cancelled_behind_the_deadline()
    {
        foreach (var command in Enum.GetValues<MessageCommand>())
        {
            var state = Mails.In(MessagePhase.Held);
            var (result, events) = MessageRules.Command(state, command, onTheWire: false, state.Deadline);

            result.ShouldBe(CommandResult.Ended);
            events.ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.Expired>();
        }
    }
}
