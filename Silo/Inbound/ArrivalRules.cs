using Actors.Mail.Parsing;
using Actors.Mail.Reports;

namespace Actors.Silo.Inbound;

/// <summary>What a mail means: pure.</summary>
public static class ArrivalRules
{
    /// <param name="report">Null for a mail that is none.</param>
    /// <param name="isRecipient">Whether an address is that of the recipient whose return path it came to.</param>
    public static Arrival OfReturnPath(MailReport? report, Predicate<string> isRecipient) => report switch
    {
        null => new Arrival.Letter(),
        { Kind: ReportKind.DeliveryStatus } => LateFailure.Of(report, isRecipient) is { } failure
            ? new Arrival.Failed(failure)
            : new Arrival.Nothing("it has not failed for good"),
        _ => OfOther(report),
    };

    /// <summary>At abuse@ and the like delivery reports and automatic answers are about mail that the operator wrote,
    /// or nobody did.</summary>
    public static Arrival OfDesk(MailReport? report) => report switch
    {
        null => new Arrival.Letter(),
        { Kind: ReportKind.DeliveryStatus } => new Arrival.Nothing("a delivery report to nobody's message"),
        _ => OfOther(report),
    };

    /// <summary>From the platform itself: its mail to the operator must not become another one.</summary>
    /// <param name="platform">Sender of the platform's own mails.</param>
    public static bool IsOurs(ParsedMail mail, string platform) =>
        mail.Headers.Find("From"u8) is { } from && from.Contains(platform, StringComparison.OrdinalIgnoreCase);

    private static Arrival OfOther(MailReport report) =>
        Complaints.IsComplaint(report) ? new Arrival.Complained(report.FeedbackType!)
        : report.Kind == ReportKind.Feedback ? new Arrival.Nothing($"feedback of type {report.FeedbackType}")
        : new Arrival.Nothing("an automatic answer");
}
