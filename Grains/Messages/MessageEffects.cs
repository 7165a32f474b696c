using System.Collections.Immutable;

namespace Actors.Grains.Messages;

/// <summary>Which events of a message concern others.</summary>
public static class MessageEffects
{
    /// <param name="state">Of the message that had the event.</param>
    /// <param name="happened">Cancelled and suppressed are no failures: somebody wanted them.</param>
    public static ImmutableArray<MessageEffect> Of(MessageState state, MessageEvent happened) =>
        state.NoticeOnFailure && happened is (MessageEvent.Bounced or MessageEvent.Expired)
            ? [MessageEffect.FailureNotice]
            : [];
}
