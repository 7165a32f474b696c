using System.Collections.Immutable;

namespace Actors.Grains.Messages;

/// <summary>Folds events into the state. Total, and without rules: what may happen is decided by
/// <see cref="MessageRules"/>.</summary>
public static class MessageFold
{
    /// <returns>The state after these events, with them as <see cref="MessageState.Pending"/> and what they mean to
    /// others as <see cref="MessageState.Effects"/>.</returns>
    public static MessageState Apply(MessageState state, ImmutableArray<MessageEvent> events)
    {
        var effects = state.Effects;
        var wasHeld = state.Pending.IsEmpty ? state.Phase == MessagePhase.Held : state.WasHeld;
        foreach (var e in events)
        {
            effects = effects.AddRange(MessageEffects.Of(state, e));
            state = Apply(state, e);
        }

        return state with { Pending = state.Pending.AddRange(events), Effects = effects, WasHeld = wasHeld };
    }

    private static MessageState Apply(MessageState state, MessageEvent e) => e switch
    {
        MessageEvent.Accepted => state with { Phase = MessagePhase.Accepted },
        MessageEvent.Scheduled s => state with { Phase = MessagePhase.Scheduled, DueAt = s.SendAt },
        MessageEvent.AttemptStarted s => state with
        {
            Phase = MessagePhase.Attempting,
            HoldReason = HoldReason.None,
            Epoch = s.Epoch,
        },
        MessageEvent.Deferred d => state with
        {
            Phase = MessagePhase.Deferred,
            HoldReason = HoldReason.None,
            Attempts = d.Attempt,
            LastReply = d.Reply,
            LastVerdict = d.Verdict,
            LastHost = d.Trace.Host,
            LastAttemptAt = d.At,
            DueAt = Earlier(d.NextAttemptAt, state.Deadline),
        },
        MessageEvent.Held h => state with
        {
            Phase = MessagePhase.Held,
            HoldReason = h.Reason,
            Attempts = h.Attempt ?? state.Attempts,
            LastAttemptAt = h.Attempt is null ? state.LastAttemptAt : h.At,
            DueAt = state.Deadline,
        },
        MessageEvent.Released or MessageEvent.RetryRequested => state with
        {
            Phase = MessagePhase.Deferred,
            HoldReason = HoldReason.None,
            DueAt = Earlier(e.At, state.Deadline),
        },
        _ => End(state, e),
    };

    private static MessageState End(MessageState state, MessageEvent e) => e switch
    {
        MessageEvent.Delivered d => Ended(state, MessagePhase.Delivered) with
        {
            Attempts = Math.Max(state.Attempts, d.Attempt), // a late report may be of an earlier one
            LastReply = d.Reply,
            LastAttemptAt = d.At,
            LastVerdict = null,
            IsPresumed = d.Presumed,
        },
        MessageEvent.Bounced b => Ended(state, MessagePhase.Bounced) with
        {
            Attempts = b.Attempt,
            LastReply = b.Reply,
            LastVerdict = b.Verdict,
            LastHost = b.Trace.Host,
            LastAttemptAt = b.At,
        },
        MessageEvent.Expired => Ended(state, MessagePhase.Expired),
        MessageEvent.Suppressed => Ended(state, MessagePhase.Suppressed),
        MessageEvent.Cancelled => Ended(state, MessagePhase.Cancelled),
        _ => Heard(state, e),
    };

    /// <summary>After the end, or beside what goes on: the phase stays.</summary>
    private static MessageState Heard(MessageState state, MessageEvent e) => e switch
    {
        MessageEvent.DeliveryConfirmed c => state with
        {
            Attempts = Math.Max(state.Attempts, c.Attempt),
            LastReply = c.Reply,
            LastAttemptAt = c.At,
            IsPresumed = false,
        },
        MessageEvent.Complained => state with { ComplainedAt = e.At },
        MessageEvent.LateBounced b => state with { LateBouncedAt = e.At, LateVerdict = b.Verdict },
        MessageEvent.Unsubscribed u => state with
        {
            UnsubscribedFrom = state.UnsubscribedFrom.Add(u.List ?? ""),
            UnsubscribedAt = e.At,
        },
        _ => throw new InvalidOperationException($"unknown event {e.GetType().Name}"),
    };

    private static MessageState Ended(MessageState state, MessagePhase phase) =>
        state with { Phase = phase, HoldReason = HoldReason.None, DueAt = null };

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
