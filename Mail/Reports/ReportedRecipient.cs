using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>What a report says of one recipient. Texts are without control characters and bounded.</summary>
public sealed record ReportedRecipient
{
    /// <summary>The address in the report; after forwarding not the one we sent to. Null where none is told.</summary>
    public string? Recipient { get; init; }

    /// <summary>The address we sent to, where the report tells it apart (RFC 3461 §4.2).</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>Null for feedback and automatic replies.</summary>
    public ReportAction? Action { get; init; }

    /// <summary>
    /// The most telling of the status field and those in the diagnostic; null where the report has none.
    /// </summary>
    public EnhancedStatusCode? Status { get; init; }

    /// <summary>The SMTP reply code in the diagnostic; null where there is none.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>What the refusing server said, else what the report says; lines joined by LF. Never null.</summary>
    public string Diagnostic { get; init; } = "";

    /// <summary>The host that refused; null where it is not told.</summary>
    public string? RemoteMta { get; init; }

    /// <summary>What it means; null unless failed or delayed.</summary>
    public Bounce? Bounce { get; init; }
}
