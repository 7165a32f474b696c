using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>What may happen to a message: pure decisions from state, input, time and chance to events.</summary>
/// <remarks>No events means: nothing new. Every input may come twice, late, or after the message has ended.</remarks>
public static class MessageRules
{
    private static readonly ImmutableArray<MessageEvent> Nothing = [];

    /// <summary>Stands for the answer of a server that took a message, where that answer is not on record.</summary>
    private static readonly Reply Taken = Reply.Of(250, "2.0.0", "Taken, as a report of its failure tells");

    /// <summary>The alarm rang, and no attempt is queued or on the wire.</summary>
    public static ImmutableArray<MessageEvent> Wake(MessageState state, DateTimeOffset now)
    {
        if (state.Phase.IsTerminal())
            return Nothing;
        if (state.Phase == MessagePhase.Attempting && state.OnUncertain == OnUncertain.Hold)
            return AndExpired(
                state, now, new MessageEvent.Held(HoldReason.Uncertain, state.Attempts + 1, null) { At = now });
        return now >= state.Deadline ? [Expired(state, now)] : Nothing;
    }

    /// <summary>Whether the next attempt is to be handed over now.</summary>
    public static bool IsDue(MessageState state, DateTimeOffset now) => state.Phase switch
    {
        MessagePhase.Accepted or MessagePhase.Attempting => true,
        MessagePhase.Scheduled or MessagePhase.Deferred => state.DueAt <= now,
        _ => false,
    };

    /// <summary>The epoch of the attempt to hand over next: never one whose start is on record already, so that of two
    /// attempts only one can begin.</summary>
    public static long NextEpoch(MessageState state) => state.Epoch + 1;

    /// <summary>Whether the report is of the attempt that this message waits for, recorded or not.</summary>
    public static bool IsCurrent(MessageState state, AttemptReport report) =>
        report.Attempt == state.Attempts + 1 && (report.Epoch == NextEpoch(state)
            || (state.Phase == MessagePhase.Attempting && report.Epoch == state.Epoch));

    /// <summary>An attempt is about to say MAIL FROM, and its start has to be on record first.</summary>
    /// <returns>No events when it is not the attempt this message waits for.</returns>
    public static ImmutableArray<MessageEvent> Start(MessageState state, int attempt, long epoch, DateTimeOffset now) =>
        state.Phase.IsTerminal() || state.Phase == MessagePhase.Held || now >= state.Deadline
            || attempt != state.Attempts + 1 || epoch != NextEpoch(state)
            ? Nothing
            : [new MessageEvent.AttemptStarted(attempt, epoch) { At = now }];

    /// <param name="chance">In [0, 1): moves the next attempt's time.</param>
    public static ImmutableArray<MessageEvent> Report(
        MessageState state, AttemptReport report, RetrySchedule schedule, DateTimeOffset now, double chance)
    {
        if (state.Phase.IsTerminal())
            return Confirmed(state, report, now);
        if (report.Outcome is AttemptOutcome.Delivered delivered) // of whatever epoch: the receiver has it
            return
            [
                new MessageEvent.Delivered(report.Attempt, delivered.Reply, report.Trace, delivered.EndsRun)
                { At = now },
            ];
        if (!IsCurrent(state, report) || state.Phase == MessagePhase.Held)
            return Nothing;
        return report.Outcome switch
        {
            AttemptOutcome.Permanent p => [Bounced(state, p.Reply, report.Trace, usedUp: false, now)],
            AttemptOutcome.Transient t => TryAgain(state, report, t.Reply, t.RetryAfter, schedule, now, chance),
            AttemptOutcome.Uncertain when state.OnUncertain == OnUncertain.Hold =>
                [new MessageEvent.Held(HoldReason.Uncertain, report.Attempt, report.Trace) { At = now }],
            AttemptOutcome.Uncertain u => TryAgain(state, report, u.Reply, null, schedule, now, chance),
            AttemptOutcome.Withheld w => [new MessageEvent.Held(w.Reason, null, null) { At = now }],
            AttemptOutcome.Suppressed s => [new MessageEvent.Suppressed(s.Reason.ToText()) { At = now }],
            _ => Nothing,
        };
    }

    /// <summary>Something is heard from outside, of a message in whatever phase: it may come before the delivery is on
    /// record.</summary>
    /// <remarks>A bounce is the word of a server that took the message, and so proves its delivery: no further attempt
    /// is made, and one that has begun changes nothing.</remarks>
    public static ImmutableArray<MessageEvent> Hear(MessageState state, LateReport report, DateTimeOffset now) =>
        report switch
        {
            LateReport.Complaint c when state.ComplainedAt is null =>
                [new MessageEvent.Complained(c.FeedbackType) { At = now }],
            LateReport.Bounce b when MayBounceLate(state, b.Verdict) =>
            [
                .. Proved(state, now),
                new MessageEvent.LateBounced(b.Reply, b.Verdict, b.Host) { At = now },
            ],
            LateReport.Unsubscribe u when !state.UnsubscribedFrom.Contains(u.List ?? "") =>
                [new MessageEvent.Unsubscribed(u.List) { At = now }],
            _ => Nothing,
        };

    /// <summary>What was never sent does not fail. What has failed already fails again only where the report says more
    /// of its recipient: that the address never works, where the first failure was soft.</summary>
    private static bool MayBounceLate(MessageState state, Verdict verdict)
    {
        if (state.Phase is MessagePhase.Suppressed or MessagePhase.Cancelled)
            return false;
        var late = GravityOf(state.LateVerdict);
        var ended = state.Phase is MessagePhase.Bounced or MessagePhase.Expired
            ? GravityOf(state.LastVerdict)
            : Gravity.None;
        var known = late > ended ? late : ended;
        return verdict.Gravity() > known
            || (known == Gravity.None && state.LateBouncedAt is null && state.Phase != MessagePhase.Bounced);
    }

    private static Gravity GravityOf(Verdict? verdict) => verdict?.Gravity() ?? Gravity.None;

    /// <summary>The delivery that a bounce tells of: by the attempt that may be under way, else by the last
    /// one.</summary>
    private static ImmutableArray<MessageEvent> Proved(MessageState state, DateTimeOffset now) =>
        state.Phase.IsTerminal()
            ? Nothing
            :
            [
                new MessageEvent.Delivered(
                    IsDue(state, now) ? state.Attempts + 1 : Math.Max(1, state.Attempts), Taken, AttemptTrace.None,
                    Presumed: true)
                { At = now },
            ];

    /// <summary>What the server said itself, of a delivery that was known by its bounce alone. After any other end a
    /// report changes nothing.</summary>
    private static ImmutableArray<MessageEvent> Confirmed(
        MessageState state, AttemptReport report, DateTimeOffset now) =>
        state.IsPresumed && report.Outcome is AttemptOutcome.Delivered delivered
            ? [new MessageEvent.DeliveryConfirmed(report.Attempt, delivered.Reply, report.Trace) { At = now }]
            : Nothing;

    /// <param name="onTheWire">Whether an attempt has begun that can no longer be withdrawn.</param>
    public static (CommandResult Result, ImmutableArray<MessageEvent> Events) Command(
        MessageState state, MessageCommand command, bool onTheWire, DateTimeOffset now)
    {
        if (state.Phase.IsTerminal())
            return (CommandResult.Ended, Nothing);
        if (now >= state.Deadline && !onTheWire)
            return (CommandResult.Ended, [Expired(state, now)]);
        return command switch
        {
            MessageCommand.Cancel when onTheWire => (CommandResult.OnTheWire, Nothing),
            MessageCommand.Cancel => Done(new MessageEvent.Cancelled(Dropped: false) { At = now }),
            MessageCommand.Retry when state.Phase == MessagePhase.Held => (CommandResult.Held, Nothing),
            MessageCommand.Retry when state.Phase == MessagePhase.Deferred && state.DueAt > now =>
                Done(new MessageEvent.RetryRequested { At = now }),
            MessageCommand.Retry => (CommandResult.NothingToDo, Nothing),
            _ when state.Phase != MessagePhase.Held => (CommandResult.NotHeld, Nothing),
            MessageCommand.Release => Done(new MessageEvent.Released { At = now }),
            MessageCommand.Drop => Done(new MessageEvent.Cancelled(Dropped: true) { At = now }),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }

    private static (CommandResult, ImmutableArray<MessageEvent>) Done(MessageEvent e) => (CommandResult.Done, [e]);

    private static ImmutableArray<MessageEvent> TryAgain(
        MessageState state, AttemptReport report, Reply reply, TimeSpan? retryAfter,
        RetrySchedule schedule, DateTimeOffset now, double chance)
    {
        var delay = schedule.DelayAfter(report.Attempt, chance) / state.TimeScale;
        if (delay is null)
            return [Bounced(state, reply, report.Trace, usedUp: true, now)];
        var next = now + (retryAfter ?? delay.Value);
        var uncertain = report.Outcome is AttemptOutcome.Uncertain;
        var verdict = Verdicts.Of(reply, report.Trace.Stage);
        var deferred = new MessageEvent.Deferred(report.Attempt, reply, report.Trace, verdict, next, uncertain)
        { At = now };
        return now < state.Deadline
            ? [deferred]
            : [deferred, new MessageEvent.Expired(reply, verdict) { At = now }];
    }

    private static MessageEvent.Bounced Bounced(
        MessageState state, Reply reply, AttemptTrace trace, bool usedUp, DateTimeOffset now) =>
        new(state.Attempts + 1, reply, trace, Verdicts.Of(reply, trace.Stage), usedUp) { At = now };

    private static ImmutableArray<MessageEvent> AndExpired(MessageState state, DateTimeOffset now, MessageEvent e) =>
        now < state.Deadline ? [e] : [e, Expired(state, now)];

    private static MessageEvent.Expired Expired(MessageState state, DateTimeOffset now) =>
        new(state.LastReply, state.LastVerdict) { At = now };
}
