using System.Collections.Immutable;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;

namespace Actors.Mail.Reports;

/// <summary>Reads feedback reports: RFC 5965, RFC 6591, and those that come without the part for machines.</summary>
internal static class FeedbackReader
{
    /// <param name="text">Of the message/feedback-report part.</param>
    internal static MailReport Read(string text, HeaderBlock? original)
    {
        var groups = StatusGroups.Read(text);
        var told = groups.SelectMany(group => group.All("Original-Rcpt-To").Concat(group.All("Removal-Recipient")))
            .Select(TypedValue.AddressOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(ReportLimits.RecipientsMax).ToArray();
        return Report(StatusGroups.First(groups, "Feedback-Type")?.ToLowerInvariant() ?? "abuse", told, original) with
        {
            ReportingMta = StatusGroups.First(groups, "Reporting-MTA") is { } host
                ? ReportText.FieldOrNull(TypedValue.ValueOf(host))
                : null,
            OriginalEnvelopeId = StatusGroups.First(groups, "Original-Envelope-Id"),
            ArrivalDate = MailDate.TryParse(
                StatusGroups.First(groups, "Arrival-Date") ?? StatusGroups.First(groups, "Received-Date"),
                out var date) ? date : null,
        };
    }

    /// <summary>
    /// Outlook.com's junk mail reports: the message as an attachment, from an address made for it, and nothing else; or
    /// the message itself with a field that names who complains.
    /// </summary>
    /// <returns>Null for any other mail.</returns>
    internal static MailReport? ReadBare(ParsedMail mail, HeaderBlock? original)
    {
        var subject = mail.Headers.FindDecoded("Subject"u8) ?? "";
        var from = TypedValue.AddressOf(mail.Headers.Find("From"u8)) ?? "";
        var complains = subject.StartsWith("complaint about message from", StringComparison.OrdinalIgnoreCase)
            || subject.StartsWith("Email Feedback Report for IP", StringComparison.OrdinalIgnoreCase)
            || from.StartsWith("staff@hotmail.", StringComparison.OrdinalIgnoreCase)
            || from.StartsWith("scomp@aol.", StringComparison.OrdinalIgnoreCase);
        if (TypedValue.AddressOf(mail.Headers.Find("X-HmXmrOriginalRecipient"u8)) is { } complainant)
            return Report("abuse", [complainant], mail.Headers);
        if (original is null || !complains)
            return null;
        var told = TypedValue.AddressOf(original.Find("X-HmXmrOriginalRecipient"u8));
        return Report("abuse", told is null ? [] : [told], original);
    }

    private static MailReport Report(string type, string[] told, HeaderBlock? original)
    {
        var recipients = told.Length > 0 ? told : Recipients(original);
        var records = recipients.Select(recipient => new ReportedRecipient { Recipient = recipient });
        ImmutableArray<ReportedRecipient> all = [.. records];
        return new MailReport(ReportKind.Feedback, all.IsEmpty ? [new ReportedRecipient()] : all)
        {
            FeedbackType = ReportText.Cleaned(type, ReportLimits.FieldMax),
        };
    }

    /// <summary>Of the message complained of: often redacted, so at most a hint.</summary>
    private static string[] Recipients(HeaderBlock? original) =>
        [.. AddressList.Parse(original?.Find("To"u8)).Mailboxes.Take(1).Select(mailbox => mailbox.Address.ToString())];
}
