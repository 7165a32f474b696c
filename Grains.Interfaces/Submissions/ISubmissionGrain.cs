namespace Actors.Grains.Submissions;

/// <summary>Takes one submission: content, every message, their events and the idempotency record in one
/// commit.</summary>
/// <remarks>Key: <see cref="SubmissionKeys"/>, so that requests with the same idempotency key meet in one
/// grain.</remarks>
[Alias("submission")]
public interface ISubmissionGrain : IGrainWithStringKey
{
    /// <summary>Answers when all is durable, or refused whole.</summary>
    /// <exception cref="TimeoutException">The store did not answer in time; the outcome is unknown.</exception>
    [AlwaysInterleave]
    Task<SubmitResult> Submit(SubmitCommand command);
}
