using System.Buffers;
using System.Collections.Immutable;
using Actors.Mail.Messages;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>Reads the fields of message/delivery-status (RFC 3464 §2, RFC 6533 §3), wherever they stand.</summary>
internal static class DeliveryStatusReader
{
    private static readonly SearchValues<char> StatusCharacters = SearchValues.Create("0123456789.");

    /// <returns>Null where no group tells of a recipient.</returns>
    internal static MailReport? Read(IReadOnlyList<FieldGroup> groups, Notices.Notice notice)
    {
        var recipients = ImmutableArray.CreateBuilder<ReportedRecipient>();
        var found = groups.Where(TellsOfRecipient).Take(ReportLimits.RecipientsMax).ToArray();
        foreach (var group in found)
        {
            var isOnly = found.Length == 1;
            var recipient = notice.Completed(Recipient(group), isOnly);
            recipients.Add(Outcome.Of(
                recipient,
                isOnly ? notice.Context : null,
                notice.StageOf(recipient, isOnly),
                verdict: ServerVerdict.In(group)));
        }

        if (recipients.Count == 0)
            return null;
        return new MailReport(ReportKind.DeliveryStatus, recipients.ToImmutable())
        {
            ReportingMta = HostOf(StatusGroups.First(groups, "Reporting-MTA")),
            OriginalEnvelopeId = StatusGroups.First(groups, "Original-Envelope-Id"),
            ArrivalDate = MailDate.TryParse(StatusGroups.First(groups, "Arrival-Date"), out var date) ? date : null,
        };
    }

    private static bool TellsOfRecipient(FieldGroup group) =>
        TypedValue.AddressOf(group["Final-Recipient"]) is not null
        || TypedValue.AddressOf(group["Original-Recipient"]) is not null
        || (TypedValue.AddressOf(group["X-Actual-Recipient"]) is not null && group.Has("Action"));

    private static ReportedRecipient Recipient(FieldGroup group)
    {
        var final = TypedValue.AddressOf(group["Final-Recipient"]);
        var original = TypedValue.AddressOf(group["Original-Recipient"]);
        var actual = TypedValue.AddressOf(group["X-Actual-Recipient"]);
        var status = StatusOf(group["Status"]);
        return new ReportedRecipient
        {
            Recipient = new[] { final, actual, original }.FirstOrDefault(IsAddress) ?? final ?? original,
            OriginalRecipient = original,
            Action = ActionOf(group["Action"], status),
            Status = status,
            Diagnostic = DiagnosticOf(group),
            RemoteMta = HostOf(group["Remote-MTA"]),
        };
    }

    private static bool IsAddress(string? text) => text is not null && text.Contains('@', StringComparison.Ordinal);

    private static string DiagnosticOf(FieldGroup group)
    {
        var texts = group.All("Diagnostic-Code").Select(text => TypedValue.ValueOf(text).ToString());
        return ReportText.Cleaned(string.Join('\n', texts), ReportLimits.DiagnosticMax);
    }

    private static EnhancedStatusCode? StatusOf(string? field)
    {
        var text = field.AsSpan().Trim();
        var end = text.IndexOfAnyExcept(StatusCharacters);
        return EnhancedStatusCode.TryParse(end < 0 ? text : text[..end], out var status)
            ? status
            : CodeScanner.Scan(text, isProse: true).Status;
    }

    private static ReportAction ActionOf(string? field, EnhancedStatusCode? status)
    {
        var text = field.AsSpan().Trim();
        ReadOnlySpan<(string Word, ReportAction Action)> known =
        [
            ("fail", ReportAction.Failed), ("delay", ReportAction.Delayed), ("deliver", ReportAction.Delivered),
            ("relay", ReportAction.Relayed), ("expand", ReportAction.Expanded), ("error", ReportAction.Failed),
        ];
        foreach (var (word, action) in known)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return action;
        }

        return status?.Class switch
        {
            2 => ReportAction.Delivered,
            4 => ReportAction.Delayed,
            _ => ReportAction.Failed,
        };
    }

    private static string? HostOf(string? field) =>
        field is null ? null : ReportText.FieldOrNull(TypedValue.ValueOf(field));
}
