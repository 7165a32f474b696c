using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>What a delivery report says of the one recipient whose return path it came to.</summary>
public static class LateFailure
{
    /// <summary>
    /// Where the report names that recipient, what it says there. Where it names others, the message was forwarded or
    /// went to a list: it has failed when it failed for all of them, and the first tells why.
    /// </summary>
    /// <param name="isRecipient">Whether an address of the report is the recipient's; it is the word of whoever sent
    /// the report.</param>
    /// <returns>Null where it has not failed for good: delayed, delivered, or no delivery report at all.</returns>
    public static ReportedRecipient? Of(MailReport report, Predicate<string> isRecipient)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(isRecipient);
        if (report.Kind != ReportKind.DeliveryStatus)
            return null;
        var named = report.Recipients.Where(one => Names(one.OriginalRecipient) || Names(one.Recipient)).ToArray();
        var meant = named.Length > 0 ? named : [.. report.Recipients];
        return Array.TrueForAll(meant, one => one.Action == ReportAction.Failed)
            ? Array.Find(meant, one => one.Bounce is { Permanence: BouncePermanence.Permanent })
            : null;

        bool Names(string? address) => address is not null && isRecipient(address);
    }
}
