using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Grains.Tests.Messages;

/// <summary>Messages and replies that tests begin with.</summary>
internal static class Mails
{
    public static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Reply Ok = Reply.Of(250, "2.0.0", "queued");
    public static readonly Reply Full = Reply.Of(452, "4.2.2", "mailbox full");
    public static readonly Reply FullForGood = Reply.Of(552, "5.2.2", "mailbox full");
    public static readonly Reply Greylisted = Reply.Of(451, "4.7.1", "greylisted, come back later");
    public static readonly Reply Unknown = Reply.Of(550, "5.1.1", "user unknown");
    public static readonly Reply NoAnswer = Reply.Of(451, "4.4.1", "no answer from host");
    public static readonly Reply Cut = Reply.Of(451, "4.4.2", "connection cut after the final dot");

    /// <summary>A message accepted at noon, to be tried for four days.</summary>
    public static MessageState Accepted(OnUncertain onUncertain = OnUncertain.Retry, int timeScale = 1)
    {
        var deadline = Noon + (TimeSpan.FromDays(4) / timeScale);
        var dead = Noon + TimeSpan.FromHours(1);
        return new MessageState
        {
            Account = AccountId.Parse("acc_shop"),
            Recipient = EmailAddress.Parse("ann@example.com"),
            Phase = MessagePhase.Accepted,
            OnUncertain = onUncertain,
            AcceptedAt = Noon,
            Deadline = deadline,
            DueAt = dead < deadline ? dead : deadline,
            TimeScale = timeScale,
        };
    }

    /// <summary>The same message in each phase it can be in.</summary>
    public static MessageState In(MessagePhase phase, OnUncertain onUncertain = OnUncertain.Retry)
    {
        var state = Accepted(onUncertain);
        return phase switch
        {
            MessagePhase.Accepted => state,
            MessagePhase.Scheduled => state.With(new MessageEvent.Scheduled(Noon.AddHours(3)) { At = Noon }),
            MessagePhase.Attempting => state.With(new MessageEvent.AttemptStarted(1, 1) { At = Noon }),
            MessagePhase.Deferred => state.With(Report(state, new AttemptOutcome.Transient(Full, null))),
            MessagePhase.Held => state.With(new MessageEvent.Held(HoldReason.AccountPaused, null, null) { At = Noon }),
            MessagePhase.Delivered => state.With(Report(state, new AttemptOutcome.Delivered(Ok))),
            MessagePhase.Bounced => state.With(Report(state, new AttemptOutcome.Permanent(Unknown))),
            MessagePhase.Expired => state.With(new MessageEvent.Expired(null, null) { At = Noon }),
            MessagePhase.Suppressed => state.With(new MessageEvent.Suppressed("complained") { At = Noon }),
            MessagePhase.Cancelled => state.With(new MessageEvent.Cancelled(Dropped: false) { At = Noon }),
            _ => throw new ArgumentOutOfRangeException(nameof(phase)),
        };
    }

    public static MessageState With(this MessageState state, params MessageEvent[] events) =>
        MessageFold.Apply(state, [.. events]) with { Pending = [] };

    /// <summary>The outcome of the attempt the message waits for.</summary>
    public static AttemptReport Told(this MessageState state, AttemptOutcome outcome) => new(
        state.Attempts + 1,
        state.Phase == MessagePhase.Attempting ? state.Epoch : MessageRules.NextEpoch(state),
        outcome, AttemptTrace.None);

    public static MessageEvent[] Report(
        this MessageState state, AttemptOutcome outcome, DateTimeOffset? now = null, double chance = 0.5) =>
        state.Report(state.Told(outcome), now, chance);

    public static MessageEvent[] Report(
        this MessageState state, AttemptReport report, DateTimeOffset? now = null, double chance = 0.5) =>
        [.. MessageRules.Report(state, report, RetrySchedule.Default, now ?? Noon, chance)];
}
