using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Messages;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Writing;

/// <summary>What a delivery status notification of failure says (RFC 3464).</summary>
public sealed record FailureReport
{
    /// <summary>Of the notification itself.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>Of the notification itself.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Who writes: its mailbox is <c>mailer-daemon</c> there.</summary>
    public required DomainName ReportingMta { get; init; }

    /// <summary>The reverse path of the message that failed.</summary>
    public required EmailAddress To { get; init; }

    public required EmailAddress Recipient { get; init; }

    /// <summary>ORCPT; null where the submitter gave none.</summary>
    public OriginalRecipient? OriginalRecipient { get; init; }

    /// <summary>ENVID; null where the submitter gave none.</summary>
    public EnvelopeId? EnvelopeId { get; init; }

    /// <summary>When the message was accepted.</summary>
    public required DateTimeOffset ArrivalDate { get; init; }

    /// <summary>When a server was last asked to take it; null where none ever was.</summary>
    public DateTimeOffset? LastAttemptDate { get; init; }

    /// <summary>Of class 5: why it has failed (RFC 3463).</summary>
    public required EnhancedStatusCode Status { get; init; }

    /// <summary>In words, for a person: one sentence without the full stop.</summary>
    public required string Reason { get; init; }

    /// <summary>What the last server said; null where none was reached.</summary>
    public Reply? Diagnostic { get; init; }

    /// <summary>The name of that server; null where none was reached.</summary>
    public string? RemoteMta { get; init; }

    /// <summary>The message that failed: its header alone, or all of it.</summary>
    public required ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>Return the whole message, if it is not too large (RET=FULL); else its header.</summary>
    public bool ReturnsFull { get; init; }
}
