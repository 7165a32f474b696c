using Actors.Grains.Messages;

namespace Actors.Grains.Tests.Messages;

public sealed class MessageCommandTests
{
    /// <summary>Every phase against every command: result, and the event where there is one.</summary>
    public static TheoryData<MessagePhase, MessageCommand, CommandResult, string?> Matrix => new()
    {
        { MessagePhase.Scheduled, MessageCommand.Cancel, CommandResult.Done, "Cancelled" },
        { MessagePhase.Scheduled, MessageCommand.Retry, CommandResult.NothingToDo, null },
        { MessagePhase.Scheduled, MessageCommand.Release, CommandResult.NotHeld, null },
        { MessagePhase.Scheduled, MessageCommand.Drop, CommandResult.NotHeld, null },
        { MessagePhase.Accepted, MessageCommand.Cancel, CommandResult.Done, "Cancelled" },
        { MessagePhase.Accepted, MessageCommand.Retry, CommandResult.NothingToDo, null },
        { MessagePhase.Accepted, MessageCommand.Release, CommandResult.NotHeld, null },
        { MessagePhase.Accepted, MessageCommand.Drop, CommandResult.NotHeld, null },
        { MessagePhase.Attempting, MessageCommand.Cancel, CommandResult.Done, "Cancelled" },
        { MessagePhase.Attempting, MessageCommand.Retry, CommandResult.NothingToDo, null },
        { MessagePhase.Attempting, MessageCommand.Release, CommandResult.NotHeld, null },
        { MessagePhase.Attempting, MessageCommand.Drop, CommandResult.NotHeld, null },
        { MessagePhase.Deferred, MessageCommand.Cancel, CommandResult.Done, "Cancelled" },
        { MessagePhase.Deferred, MessageCommand.Retry, CommandResult.Done, "RetryRequested" },
        { MessagePhase.Deferred, MessageCommand.Release, CommandResult.NotHeld, null },
        { MessagePhase.Deferred, MessageCommand.Drop, CommandResult.NotHeld, null },
        { MessagePhase.Held, MessageCommand.Cancel, CommandResult.Done, "Cancelled" },
        { MessagePhase.Held, MessageCommand.Retry, CommandResult.Held, null },
        { MessagePhase.Held, MessageCommand.Release, CommandResult.Done, "Released" },
        { MessagePhase.Held, MessageCommand.Drop, CommandResult.Done, "Cancelled" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void every_phase_answers_every_command(
        MessagePhase phase, MessageCommand command, CommandResult result, string? happened)
    {
        var answer = MessageRules.Command(Mails.In(phase), command, onTheWire: false, Mails.Noon);

        answer.Result.ShouldBe(result);
        answer.Events.Select(e => e.GetType().Name).SingleOrDefault().ShouldBe(happened);
    }

    [Fact]
    public void what_has_ended_takes_no_command()
    {
        foreach (var phase in Enum.GetValues<MessagePhase>().Where(phase => phase.IsTerminal()))
            foreach (var command in Enum.GetValues<MessageCommand>())
            {
                var (result, events) = MessageRules.Command(Mails.In(phase), command, onTheWire: false, Mails.Noon);
                result.ShouldBe(CommandResult.Ended);
                events.ShouldBeEmpty();
            }
    }

    [Fact]
    public void a_cancel_cannot_overtake_an_attempt_on_the_wire()
    {
        var (result, events) = MessageRules.Command(
            Mails.Accepted(), MessageCommand.Cancel, onTheWire: true, Mails.Noon);

        result.ShouldBe(CommandResult.OnTheWire);
        events.ShouldBeEmpty();
    }

    [Fact]
    public void the_same_command_twice_has_one_effect()
    {
        var held = Mails.In(MessagePhase.Held);
        var released = held.With([.. MessageRules.Command(held, MessageCommand.Release, false, Mails.Noon).Events]);
        MessageRules.Command(released, MessageCommand.Release, false, Mails.Noon)
            .Result.ShouldBe(CommandResult.NotHeld);

        var deferred = Mails.In(MessagePhase.Deferred);
        var asked = deferred.With([.. MessageRules.Command(deferred, MessageCommand.Retry, false, Mails.Noon).Events]);
        asked.DueAt.ShouldBe(Mails.Noon);
        MessageRules.Command(asked, MessageCommand.Retry, false, Mails.Noon).Result.ShouldBe(CommandResult.NothingToDo);
    }

    [Fact]
    public void a_drop_is_told_from_a_cancel()
    {
        var held = Mails.In(MessagePhase.Held);

        MessageRules.Command(held, MessageCommand.Drop, false, Mails.Noon).Events[0]
            .ShouldBe(new MessageEvent.Cancelled(Dropped: true) { At = Mails.Noon });
        MessageRules.Command(held, MessageCommand.Cancel, false, Mails.Noon).Events[0]
            .ShouldBe(new MessageEvent.Cancelled(Dropped: false) { At = Mails.Noon });
    }
}
