using System.Buffers;
using System.Text.Json;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>
/// Notifications of Amazon SES, forwarded by mail: JSON with "notificationType" (or "eventType"), bare or within the
/// "Message" of another object.
/// </summary>
internal static class CloudNotification
{
    private const int NoticeMax = ReportLimits.NoticeMax;

    /// <summary>What a notification has, and a published event, to say what happened.</summary>
    private static readonly SearchValues<string> Kinds =
        SearchValues.Create(["notificationType", "eventType"], StringComparison.Ordinal);

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    internal static MailReport? Read(Notice notice)
    {
        var first = Array.FindIndex(notice.Lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0 || !notice.Lines[first].StartsWith('{')
            || !notice.Text.AsSpan().ContainsAny(Kinds))
            return null;
        // A line break within a string is one that transport added.
        var last = Array.FindLastIndex(notice.Lines, line => line.TrimEnd().EndsWith('}'));
        var text = last < first ? "" : string.Concat(notice.Lines[first..(last + 1)]);
        try
        {
            using var outer = JsonDocument.Parse(text, Options);
            if (Text(outer.RootElement, "Message") is not { } message)
                return Report(outer.RootElement);
            using var inner = JsonDocument.Parse(message, Options);
            return Report(inner.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailReport? Report(JsonElement root)
    {
        var report = (Text(root, "notificationType") ?? Text(root, "eventType")) switch
        {
            "Bounce" => Statuses(Child(root, "bounce"), "bouncedRecipients"),
            "Complaint" => Complaint(Child(root, "complaint")),
            "Delivery" => Delivery(Child(root, "delivery")),
            _ => null,
        };
        return report is null || report.Recipients.IsEmpty
            ? null
            : report with { OriginalMessageId = MessageIdOf(Child(root, "mail")) };
    }

    /// <summary>Of the header, which is told only on demand; else the cloud's own name for the message.</summary>
    private static string? MessageIdOf(JsonElement mail) =>
        OriginalMessage.IdOf(Text(Child(mail, "commonHeaders"), "messageId") ?? Text(mail, "messageId"));

    private static MailReport Statuses(JsonElement bounce, string list)
    {
        var subtype = Text(bounce, "bounceSubType") ?? "";
        var transient = Text(bounce, "bounceType") == "Transient";
        return new(ReportKind.DeliveryStatus, [.. Items(bounce, list).Select(item => Outcome.Of(
            new ReportedRecipient
            {
                Recipient = Text(item, "emailAddress"),
                Action = ReportAction.Failed,
                Status = EnhancedStatusCode.TryParse(Text(item, "status"), out var status) ? status : null,
                Diagnostic = Text(item, "diagnosticCode") is { } words ? TypedValue.ValueOf(words).ToString() : subtype,
            },
            subtype,
            assumed: transient ? new EnhancedStatusCode(4, 0, 0) : null))])
        {
            ReportingMta = Text(bounce, "reportingMTA") is { } host ? TypedValue.ValueOf(host).ToString() : null,
        };
    }

    private static MailReport Complaint(JsonElement complaint) => new(
        ReportKind.Feedback,
        [.. Items(complaint, "complainedRecipients").Select(item => new ReportedRecipient
        {
            Recipient = Text(item, "emailAddress"),
        })])
    {
        FeedbackType = Text(complaint, "complaintFeedbackType")?.ToLowerInvariant() ?? "abuse",
    };

    private static MailReport Delivery(JsonElement delivery)
    {
        var words = Text(delivery, "smtpResponse") ?? "";
        return new(ReportKind.DeliveryStatus, [.. Items(delivery, "recipients").Select(item => Outcome.Of(
            new ReportedRecipient
            {
                Recipient = item.ValueKind == JsonValueKind.String ? ReportText.FieldOrNull(item.GetString()) : null,
                Action = ReportAction.Delivered,
                Diagnostic = words,
            },
            null))])
        {
            ReportingMta = Text(delivery, "reportingMTA"),
        };
    }

    private static JsonElement Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Take(ReportLimits.RecipientsMax)
            : [];

    private static string? Text(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.String } text
            ? ReportText.Cleaned(text.GetString(), name == "Message" ? NoticeMax : ReportLimits.DiagnosticMax)
            : null;
}
