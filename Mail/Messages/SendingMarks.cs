namespace Actors.Mail.Messages;

/// <summary>What the platform says of the way a message is sent, beside what its author says.</summary>
/// <param name="FeedbackId">Null for none.</param>
public sealed record SendingMarks(Precedence Precedence, FeedbackId? FeedbackId)
{
    public static SendingMarks None { get; } = new(Precedence.None, null);

    /// <summary>How a recipient gets off the platform's lists; null for none. What the author says of it goes
    /// before.</summary>
    public ListUnsubscribe? Unsubscribe { get; init; }
}
