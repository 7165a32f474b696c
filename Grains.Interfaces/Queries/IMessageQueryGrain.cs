using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Queries;

/// <summary>A tenant's messages as a reader wants them; always of that tenant alone.</summary>
/// <remarks>Key: <see cref="TenantId"/>.</remarks>
[Alias("message-query")]
public interface IMessageQueryGrain : IGrainWithStringKey
{
    /// <returns>Null when this tenant has no such submission.</returns>
    Task<SubmissionView?> Submission(SubmissionId id);

    /// <returns>Null when this tenant has no such message.</returns>
    Task<MessageView?> Message(MessageId id);

    /// <summary>Newest first.</summary>
    Task<MessagePage> Search(MessageSearch search);

    /// <summary>Messages of an account that have not ended, in no order.</summary>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<MessageId>> Queued(AccountId account, int limit);

    /// <summary>Events after a sequence number, oldest first.</summary>
    /// <returns>Null when the number is older than what is kept.</returns>
    Task<EventPage?> Events(long after, int limit);

    /// <returns>The number behind which the oldest event that is kept stands.</returns>
    Task<long> OldestEvent();
}

/// <param name="After">Continue behind this message; null from the newest.</param>
/// <param name="Limit">1 to 100.</param>
/// <param name="Campaign">Null for all.</param>
[GenerateSerializer, Immutable, Alias("message-search")]
public sealed record MessageSearch(
    MessagePhase? Phase,
    EmailAddress? Recipient,
    AccountId? Account,
    string? Tag,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    MessageId? After,
    int Limit,
    string? Campaign = null);

[GenerateSerializer, Immutable, Alias("message-page")]
public sealed record MessagePage(ImmutableArray<MessageView> Messages, bool HasMore);

[GenerateSerializer, Immutable, Alias("submission-view")]
public sealed record SubmissionView(
    SubmissionId Id,
    AccountId Account,
    string MessageIdHeader,
    string From,
    string Subject,
    ImmutableArray<string> Tags,
    string? Campaign,
    ImmutableDictionary<string, string> Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SendAt,
    ImmutableArray<MessageView> Messages);

/// <param name="Events">Filled where one message or submission is asked for; empty in a search.</param>
[GenerateSerializer, Immutable, Alias("message-view")]
public sealed record MessageView(
    MessageId Id,
    AccountId Account,
    EmailAddress Recipient,
    MessagePhase Phase,
    HoldReason HoldReason,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset Deadline,
    string? LastReply,
    Verdict? LastVerdict,
    ImmutableArray<string> Tags,
    string? Campaign,
    ImmutableArray<EventView> Events);

[GenerateSerializer, Immutable, Alias("event-page")]
public sealed record EventPage(ImmutableArray<EventView> Events, long Last, bool HasMore);

/// <param name="Sequence">Per tenant, without gaps, from 1.</param>
/// <param name="Type">Such as <c>message.delivered</c>.</param>
/// <param name="Data">What the event says, as a JSON object.</param>
[GenerateSerializer, Immutable, Alias("event-view")]
public sealed record EventView(long Sequence, string Type, DateTimeOffset At, MessageId Message, string Data);
