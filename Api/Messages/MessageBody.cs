using System.Text.Json;
using Actors.Api.Json;
using Actors.Grains.Messages;
using Actors.Grains.Queries;
using Actors.Mail.Replies;

namespace Actors.Api.Messages;

/// <summary>A message as handed in, with what became of it for each recipient.</summary>
/// <param name="Id">msg_...</param>
/// <param name="MessageId">The Message-ID in the mail's header.</param>
internal sealed record MessageBody(
    string Id,
    string SmtpAccount,
    string MessageId,
    string From,
    string Subject,
    IReadOnlyList<string> Tags,
    string? Campaign,
    IReadOnlyDictionary<string, string> Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SendAt,
    IReadOnlyList<RecipientBody> Recipients)
{
    public static MessageBody Of(SubmissionView view) => new(
        view.Id.ToString(), view.Account.Value, view.MessageIdHeader, view.From, view.Subject, view.Tags, view.Campaign,
        view.Metadata, view.CreatedAt, view.SendAt,
        [.. view.Messages.Select(message => RecipientBody.Of(message, whole: true))]);
}

/// <summary>A message for one recipient.</summary>
/// <param name="Id">rcp_...</param>
/// <param name="Message">msg_...: what it was handed in as.</param>
/// <param name="Status">scheduled, accepted, attempting, deferred, held, delivered, bounced, expired, suppressed or
/// cancelled.</param>
/// <param name="HoldReason">live_delivery_off, account_paused, uncertain, domain_held, account_off,
/// account_unchecked or account_blocked, while it is held.</param>
/// <param name="AttemptsMade">How many attempts have ended.</param>
/// <param name="ExpiresAt">When it is given up, whatever its status is then.</param>
/// <param name="LastReply">What the receiving server said last.</param>
/// <param name="Category">What that reply means, such as mailbox_full.</param>
/// <param name="Permanence">What it means for the message: transient or permanent.</param>
/// <param name="Hardness">What it means for the address: soft or hard.</param>
/// <param name="Scope">Whose fault it is: recipient, domain, sender_ip, content, policy or system.</param>
/// <param name="Rule">The id of the rule that decided so.</param>
/// <param name="Attempts">Each attempt; absent in lists.</param>
/// <param name="Events">Everything that happened; absent in lists.</param>
internal sealed record RecipientBody(
    string Id,
    string Message,
    string SmtpAccount,
    string Email,
    string Status,
    string? HoldReason,
    int AttemptsMade,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset ExpiresAt,
    string? LastReply,
    string? Category,
    string? Permanence,
    string? Hardness,
    string? Scope,
    string? Rule,
    IReadOnlyList<string> Tags,
    string? Campaign,
    IReadOnlyList<EventBody>? Attempts,
    IReadOnlyList<EventBody>? Events)
{
    public static RecipientBody Of(MessageView view, bool whole) => new(
        view.Id.ToString(), view.Id.Submission.ToString(), view.Account.Value, view.Recipient.ToString(),
        view.Phase.ToText(), view.Phase == MessagePhase.Held ? view.HoldReason.ToText() : null, view.Attempts,
        view.CreatedAt, view.Phase.IsTerminal() ? null : view.NextAttemptAt, view.Deadline, view.LastReply,
        view.LastVerdict?.Category, PermanenceOf(view), HardnessOf(view), view.LastVerdict?.Scope,
        view.LastVerdict?.Rule, view.Tags, view.Campaign,
        whole ? EventBody.Attempts(view.Events) : null,
        whole ? [.. view.Events.Select(EventBody.Of)] : null);

    /// <summary>A message that has ended failed for good, whatever the last reply's first digit.</summary>
    private static string? PermanenceOf(MessageView view) => view.LastVerdict is null ? null
        : (view.Phase.IsTerminal() ? BouncePermanence.Permanent : BouncePermanence.Transient).Key();

    private static string? HardnessOf(MessageView view) => view.LastVerdict is not { } verdict ? null
        : (verdict.Hard ? BounceHardness.Hard : BounceHardness.Soft).Key();
}

/// <summary>Something that happened to a message.</summary>
/// <param name="Id">evt_...: the same wherever the event is shown.</param>
/// <param name="Sequence">Per tenant, from 1, without gaps.</param>
/// <param name="Type">Such as message.delivered.</param>
/// <param name="Message">msg_...</param>
/// <param name="Recipient">rcp_...</param>
/// <param name="Data">What there is to tell of it, by type.</param>
internal sealed record EventBody(
    string Id, long Sequence, string Type, DateTimeOffset At, string Message, string Recipient, RawJson Data)
{
    public static EventBody Of(EventView view) => new(
        $"evt_{view.Sequence}", view.Sequence, view.Type, view.At, view.Message.Submission.ToString(),
        view.Message.ToString(), new RawJson(view.Data));

    /// <summary>What tells how attempts ended: what a server said itself stands for the delivery that was known by a
    /// bounce before.</summary>
    public static IReadOnlyList<EventBody> Attempts(IReadOnlyList<EventView> events)
    {
        var isConfirmed = events.Any(one => one.Type == "message.delivery_confirmed");
        return
        [
            .. events.Where(one => IsAttempt(one) && !(isConfirmed && one.Type == "message.delivered")).Select(Of),
        ];
    }

    private static bool IsAttempt(EventView view)
    {
        if (view.Type == "message.attempt_started")
            return false;
        using var data = JsonDocument.Parse(view.Data);
        return data.RootElement.TryGetProperty("attempt", out _);
    }
}
