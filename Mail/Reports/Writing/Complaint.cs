using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Reports.Writing;

/// <summary>What a feedback report of type abuse says (RFC 5965).</summary>
public sealed record Complaint
{
    /// <summary>Of the report itself.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>Of the report itself.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Who reports: its mailbox is <c>feedback</c> there.</summary>
    public required DomainName ReportingMta { get; init; }

    /// <summary>Where the report goes.</summary>
    public required EmailAddress To { get; init; }

    /// <summary>Who complains.</summary>
    public required EmailAddress Recipient { get; init; }

    /// <summary>MAIL FROM of the message that is complained about.</summary>
    public required ReversePath OriginalMailFrom { get; init; }

    /// <summary>When the message arrived.</summary>
    public required DateTimeOffset ArrivalDate { get; init; }

    /// <summary>The message that is complained about: its header is given back.</summary>
    public required ReadOnlyMemory<byte> Original { get; init; }
}
