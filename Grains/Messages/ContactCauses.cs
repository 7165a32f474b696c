using Actors.Grains.Contacts;
using Actors.Grains.Ids;

namespace Actors.Grains.Messages;

/// <summary>What a message's recipient is told of it.</summary>
internal static class ContactCauses
{
    /// <returns>Null where there is nothing to tell.</returns>
    public static ContactCause? Of(MessageId id, MessageState state, ContactNews news)
    {
        ContactCause? cause = news switch
        {
            ContactNews.Failed when state is { LastVerdict: { } verdict, Phase: MessagePhase.Bounced } =>
                new ContactCause.Failed(verdict) { Message = id, At = state.LastAttemptAt ?? state.Deadline },
            ContactNews.Failed when state is { LastVerdict: { } verdict, Phase: MessagePhase.Expired } =>
                new ContactCause.Failed(verdict) { Message = id, At = state.Deadline },
            ContactNews.Delivered when state is { Phase: MessagePhase.Delivered, LastAttemptAt: { } at } =>
                new ContactCause.Delivered { Message = id, At = at },
            ContactNews.Complained when state.ComplainedAt is { } at =>
                new ContactCause.Complained { Message = id, At = at },
            ContactNews.LateBounced when state is { LateBouncedAt: { } at, LateVerdict: { } verdict } =>
                new ContactCause.LateBounced(verdict) { Message = id, At = at },
            ContactNews.Unsubscribed when state is { UnsubscribedAt: { } at, UnsubscribedFrom: var lists } =>
                new ContactCause.Unsubscribed(lists.Contains("") ? null : lists[^1]) { Message = id, At = at },
            _ => null,
        };
        return cause is null ? null : cause with { Address = state.Recipient, TimeScale = state.TimeScale };
    }
}
