using System.Collections.Immutable;

namespace Actors.Mail.Reports;

/// <summary>Which feedback is a complaint of the recipient's (RFC 5965 §7.3, RFC 6650 §5).</summary>
public static class Complaints
{
    /// <summary>auth-failure is about the domain (RFC 6591), not-spam the opposite (RFC 6430), other nothing that can
    /// be acted upon.</summary>
    private static readonly ImmutableArray<string> Types = ["abuse", "fraud", "virus", "opt-out", "opt-out-list"];

    public static bool IsComplaint(MailReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Kind == ReportKind.Feedback && Types.Contains(report.FeedbackType ?? "");
    }
}
