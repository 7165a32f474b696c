using System.Collections.Immutable;

namespace Actors.Mail.Reports;

/// <summary>What a report says; all of it is the word of whoever sent it, and may be forged.</summary>
/// <param name="Recipients">At least one.</param>
public sealed record MailReport(ReportKind Kind, ImmutableArray<ReportedRecipient> Recipients)
{
    /// <summary>Of a feedback report, lower case, such as "abuse" (RFC 5965 §7.3); null for other kinds.</summary>
    public string? FeedbackType { get; init; }

    /// <summary>The host that reports, without its type; null where it does not say.</summary>
    public string? ReportingMta { get; init; }

    /// <summary>The ENVID of our MAIL command (RFC 3461 §4.4); null where it is not given.</summary>
    public string? OriginalEnvelopeId { get; init; }

    /// <summary>
    /// Message-ID of the message that is reported on, without angle brackets; null where it is not told.
    /// </summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>When the reporting host had the message; null where it does not say.</summary>
    public DateTimeOffset? ArrivalDate { get; init; }
}
