using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Submissions;

/// <summary>What became of a submission: a closed set.</summary>
[GenerateSerializer, Immutable, Alias("submit-result")]
public abstract record SubmitResult
{
    private SubmitResult() { }

    /// <summary>Durable. A crash from here on loses nothing.</summary>
    /// <param name="Replayed">The answer to an earlier, equal request.</param>
    [GenerateSerializer, Immutable, Alias("submit-accepted")]
    public sealed record Accepted(SubmissionReceipt Receipt, bool Replayed) : SubmitResult;

    /// <summary>A dry run found nothing wrong; nothing is stored.</summary>
    [GenerateSerializer, Immutable, Alias("submit-checked")]
    public sealed record Checked(SubmissionReceipt Receipt) : SubmitResult;

    [GenerateSerializer, Immutable, Alias("submit-refused")]
    public sealed record Refused(Refusal Refusal) : SubmitResult;
}

/// <summary>What a client is told of an accepted submission; kept with its idempotency key.</summary>
/// <param name="MessageIdHeader">With angle brackets.</param>
[GenerateSerializer, Immutable, Alias("submission-receipt")]
public sealed record SubmissionReceipt(
    SubmissionId Id,
    string MessageIdHeader,
    DateTimeOffset CreatedAt,
    MessagePhase Phase,
    ImmutableArray<EmailAddress> Recipients);
