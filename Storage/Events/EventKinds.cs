using Actors.Grains.Contacts;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;

namespace Actors.Storage.Events;

/// <summary>Kinds of events as tables hold them and as customers read them. Only append: numbers are stored.</summary>
internal static class EventKinds
{
    private static readonly string[] Names =
    [
        "", "message.accepted", "message.scheduled", "message.attempt_started", "message.delivered",
        "message.deferred", "message.bounced", "message.held", "message.released", "message.retry_requested",
        "message.expired", "message.suppressed", "message.cancelled", "message.complained", "message.late_bounced",
        "message.unsubscribed", "message.delivery_confirmed",
    ];

    public static int Of(MessageEvent happened) => happened switch
    {
        MessageEvent.Accepted => 1,
        MessageEvent.Scheduled => 2,
        MessageEvent.AttemptStarted => 3,
        MessageEvent.Delivered => 4,
        MessageEvent.Deferred => 5,
        MessageEvent.Bounced => 6,
        MessageEvent.Held => 7,
        MessageEvent.Released => 8,
        MessageEvent.RetryRequested => 9,
        MessageEvent.Expired => 10,
        MessageEvent.Suppressed => 11,
        MessageEvent.Cancelled => 12,
        MessageEvent.Complained => 13,
        MessageEvent.LateBounced => 14,
        MessageEvent.Unsubscribed => 15,
        MessageEvent.DeliveryConfirmed => 16,
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };

    /// <summary>Of what comes after the message is erased.</summary>
    public static int Of(ContactOutcome outcome) => outcome.LateBounce is null ? 13 : 14;

    /// <summary>Of what few messages have: neither accepted nor delivered.</summary>
    public static int Of(ReportedNumber number) => number switch
    {
        ReportedNumber.Deferred => 5,
        ReportedNumber.Bounced => 6,
        ReportedNumber.Expired => 10,
        ReportedNumber.Suppressed => 11,
        ReportedNumber.Cancelled => 12,
        ReportedNumber.Complained => 13,
        ReportedNumber.LateBounced => 14,
        ReportedNumber.Unsubscribed => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "Found by its messages."),
    };

    public static string NameOf(long kind) => Names[kind];

    /// <summary>Whether the message has ended with it: delivered, bounced, expired, suppressed, cancelled.</summary>
    public static bool IsTerminal(long kind) => kind is 4 or 6 or 10 or 11 or 12;
}
