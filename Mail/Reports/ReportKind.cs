namespace Actors.Mail.Reports;

/// <summary>What a mail tells us about one of ours.</summary>
public enum ReportKind
{
    /// <summary>What became of a message: RFC 3464, or a bounce in the words of its server.</summary>
    DeliveryStatus,

    /// <summary>A receiver complains, or reports on authentication (RFC 5965).</summary>
    Feedback,

    /// <summary>The recipient's mailbox answers by itself (RFC 3834): the message has arrived.</summary>
    AutoReply,
}
