using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;

namespace Actors.Grains.Ports;

/// <summary>Makes submissions durable, whole or not at all.</summary>
public interface ISubmissionStore
{
    /// <summary>One transaction: content, every message row with its pending events, the idempotency record.</summary>
    /// <returns>False when another submission holds the idempotency key; then nothing is stored.</returns>
    /// <exception cref="StoreUnavailableException">The store takes no writes; nothing is stored.</exception>
    Task<bool> Commit(SubmissionRecord record);

    /// <returns>What an earlier request with this key was told; null when there was none or it is forgotten.</returns>
    Task<IdempotencyRecord?> FindIdempotent(TenantId tenant, string key);
}

/// <summary>Everything that is stored when a submission is accepted.</summary>
/// <param name="Messages">One state per recipient, in order, each with its <see cref="MessageState.Pending"/>
/// events.</param>
public sealed record SubmissionRecord(
    TenantId Tenant, StoredSubmission Submission, ImmutableArray<MessageState> Messages,
    IdempotencyRecord? Idempotency);

/// <param name="Fingerprint">Null where the key alone decides.</param>
public sealed record IdempotencyRecord(
    string Key, string? Fingerprint, DateTimeOffset CreatedAt, SubmissionReceipt Receipt);
