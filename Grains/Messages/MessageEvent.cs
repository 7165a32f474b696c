using System.Text.Json.Serialization;
using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>What happened to a message: a closed set, in the past tense, append-only. Stored as JSON.</summary>
[GenerateSerializer, Immutable, Alias("message-event")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Accepted), "message.accepted")]
[JsonDerivedType(typeof(Scheduled), "message.scheduled")]
[JsonDerivedType(typeof(AttemptStarted), "message.attempt_started")]
[JsonDerivedType(typeof(Delivered), "message.delivered")]
[JsonDerivedType(typeof(Deferred), "message.deferred")]
[JsonDerivedType(typeof(Bounced), "message.bounced")]
[JsonDerivedType(typeof(Held), "message.held")]
[JsonDerivedType(typeof(Released), "message.released")]
[JsonDerivedType(typeof(RetryRequested), "message.retry_requested")]
[JsonDerivedType(typeof(Expired), "message.expired")]
[JsonDerivedType(typeof(Suppressed), "message.suppressed")]
[JsonDerivedType(typeof(Cancelled), "message.cancelled")]
[JsonDerivedType(typeof(Complained), "message.complained")]
[JsonDerivedType(typeof(LateBounced), "message.late_bounced")]
[JsonDerivedType(typeof(Unsubscribed), "message.unsubscribed")]
[JsonDerivedType(typeof(DeliveryConfirmed), "message.delivery_confirmed")]
public abstract record MessageEvent
{
    private MessageEvent() { }

    /// <summary>When it happened; with the time comes its place in the tenant's log.</summary>
    [Id(0)] public DateTimeOffset At { get; init; }

    [GenerateSerializer, Immutable, Alias("message-accepted")]
    public sealed record Accepted : MessageEvent;

    [GenerateSerializer, Immutable, Alias("message-scheduled")]
    public sealed record Scheduled(DateTimeOffset SendAt) : MessageEvent;

    /// <summary>Recorded before MAIL FROM where an uncertain outcome must be told from none.</summary>
    [GenerateSerializer, Immutable, Alias("message-attempt-started")]
    public sealed record AttemptStarted(int Attempt, long Epoch) : MessageEvent;

    /// <param name="EndsRun">The recipient is told: it had soft bounces. Of no interest to others.</param>
    /// <param name="Presumed">A report of its failure proves it; what the server said to the final dot is not on
    /// record, and <see cref="DeliveryConfirmed"/> may follow.</param>
    [GenerateSerializer, Immutable, Alias("message-delivered")]
    public sealed record Delivered(
        int Attempt, Reply Reply, AttemptTrace Trace, bool EndsRun = false, bool Presumed = false) : MessageEvent;

    /// <param name="Uncertain">The receiver may have it all the same.</param>
    [GenerateSerializer, Immutable, Alias("message-deferred")]
    public sealed record Deferred(
        int Attempt, Reply Reply, AttemptTrace Trace, Verdict Verdict, DateTimeOffset NextAttemptAt, bool Uncertain)
        : MessageEvent;

    /// <param name="AttemptsUsedUp">The last reply was transient, but no further attempt follows.</param>
    [GenerateSerializer, Immutable, Alias("message-bounced")]
    public sealed record Bounced(
        int Attempt, Reply Reply, AttemptTrace Trace, Verdict Verdict, bool AttemptsUsedUp) : MessageEvent;

    /// <param name="Attempt">The attempt whose outcome is uncertain; null where none was made.</param>
    [GenerateSerializer, Immutable, Alias("message-held")]
    public sealed record Held(HoldReason Reason, int? Attempt, AttemptTrace? Trace) : MessageEvent;

    [GenerateSerializer, Immutable, Alias("message-released")]
    public sealed record Released : MessageEvent;

    [GenerateSerializer, Immutable, Alias("message-retry-requested")]
    public sealed record RetryRequested : MessageEvent;

    /// <param name="LastReply">What the last attempt was told; null when none was made.</param>
    [GenerateSerializer, Immutable, Alias("message-expired")]
    public sealed record Expired(Reply? LastReply, Verdict? Verdict) : MessageEvent;

    [GenerateSerializer, Immutable, Alias("message-suppressed")]
    public sealed record Suppressed(string Reason) : MessageEvent;

    /// <param name="Dropped">By a decision on a held message; else by the client.</param>
    [GenerateSerializer, Immutable, Alias("message-cancelled")]
    public sealed record Cancelled(bool Dropped) : MessageEvent;

    /// <summary>Its reader reported it as spam. Changes no phase, as those that follow.</summary>
    /// <param name="FeedbackType">Such as <c>abuse</c>; null where the report does not say.</param>
    [GenerateSerializer, Immutable, Alias("message-complained")]
    public sealed record Complained(string? FeedbackType) : MessageEvent;

    /// <summary>A server that took it could not deliver it after all.</summary>
    /// <param name="Host">Of that server; null where the report does not say.</param>
    [GenerateSerializer, Immutable, Alias("message-late-bounced")]
    public sealed record LateBounced(Reply Reply, Verdict Verdict, string? Host) : MessageEvent;

    /// <param name="List">Null for all.</param>
    [GenerateSerializer, Immutable, Alias("message-unsubscribed")]
    public sealed record Unsubscribed(string? List) : MessageEvent;

    /// <summary>What the server said to the final dot, where a report proved the delivery before. Counts for
    /// nothing.</summary>
    [GenerateSerializer, Immutable, Alias("message-delivery-confirmed")]
    public sealed record DeliveryConfirmed(int Attempt, Reply Reply, AttemptTrace Trace) : MessageEvent;
}
