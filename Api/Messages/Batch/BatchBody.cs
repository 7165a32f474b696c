using Actors.Api.Problems;

namespace Actors.Api.Messages.Batch;

/// <param name="Accepted">How many items were accepted, or found right by a dry run.</param>
/// <param name="Rejected">How many were not.</param>
/// <param name="Results">One for each item, in order.</param>
internal sealed record BatchBody(int Accepted, int Rejected, IReadOnlyList<BatchResult> Results);

/// <param name="Index">Which item, from 0.</param>
/// <param name="Id">msg_..., where it was accepted.</param>
/// <param name="Status">accepted or scheduled, where it was accepted.</param>
/// <param name="Replayed">True where an earlier batch with the same idempotency key had this item accepted.</param>
/// <param name="DryRun">True where it was checked and not stored.</param>
/// <param name="Error">Why it was rejected: problem details, with pointers into the whole batch.</param>
internal sealed record BatchResult(
    int Index,
    string? Id = null,
    string? Status = null,
    IReadOnlyList<SentRecipient>? Recipients = null,
    string? MessageId = null,
    DateTimeOffset? CreatedAt = null,
    bool? Replayed = null,
    bool? DryRun = null,
    ProblemBody? Error = null)
{
    public static BatchResult Of(int index, SentMessage message, bool replayed) => new(
        index, message.Id, message.Status, message.Recipients, message.MessageId, message.CreatedAt,
        replayed ? true : null, message.DryRun);

    public static BatchResult Of(int index, Problem problem) => new(index, Error: problem.Body(null, null));
}

/// <summary>The shape of a batch, for the API's description; read by <see cref="BatchReader"/>.</summary>
/// <param name="Defaults">Fields for every item that does not give them itself.</param>
/// <param name="Items">1 to 500.</param>
internal sealed record BatchRequest(MessageRequest? Defaults, IReadOnlyList<MessageRequest> Items);
