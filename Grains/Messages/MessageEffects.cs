using System.Collections.Immutable;
using Actors.Grains.Contacts;

namespace Actors.Grains.Messages;

/// <summary>Which events of a message concern others.</summary>
public static class MessageEffects
{
    /// <param name="state">Of the message that had the event.</param>
    /// <param name="happened">Cancelled and suppressed are no failures: somebody wanted them.</param>
    public static ImmutableArray<MessageEffect> Of(MessageState state, MessageEvent happened) => happened switch
    {
        MessageEvent.Delivered { EndsRun: true } => [MessageEffect.ContactDelivered],
        MessageEvent.Bounced bounced => Failed(state, bounced.Verdict),
        MessageEvent.Expired expired => Failed(state, expired.Verdict),
        MessageEvent.Complained => [MessageEffect.Complaint],
        MessageEvent.LateBounced => [MessageEffect.LateBounce],
        MessageEvent.Unsubscribed => [MessageEffect.Unsubscribe],
        _ => [],
    };

    private static ImmutableArray<MessageEffect> Failed(MessageState state, Verdict? verdict)
    {
        ImmutableArray<MessageEffect> told = verdict is not null && ContactRules.Counts(verdict)
            ? [MessageEffect.Contact]
            : [];
        return state.NoticeOnFailure ? told.Add(MessageEffect.FailureNotice) : told;
    }
}
