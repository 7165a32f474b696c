using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Submissions;

/// <summary>What a submission's mail is made from and known by; stored once, never changed.</summary>
/// <remarks>With a message's own row it is all that rendering needs, so a repeated attempt has the same
/// bytes.</remarks>
public sealed record StoredSubmission
{
    public required SubmissionId Id { get; init; }
    public required AccountId Account { get; init; }
    public required MailSource Source { get; init; }

    /// <summary>Recipients that appear in the header, in order; empty for a raw source.</summary>
    public ImmutableArray<HeaderRecipient> HeaderRecipients { get; init; } = [];

    /// <summary>With angle brackets.</summary>
    public required string MessageIdHeader { get; init; }

    public required string From { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Null for none.</summary>
    public string? Campaign { get; init; }

    public ImmutableDictionary<string, string> Metadata { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The Date of the header: when it was accepted, or is to be sent.</summary>
    public DateTimeOffset Date => SendAt ?? CreatedAt;
}

/// <param name="Kind">To or cc; bcc is never stored here.</param>
public sealed record HeaderRecipient(RecipientKind Kind, string? Name, Mail.Addresses.EmailAddress Address);
