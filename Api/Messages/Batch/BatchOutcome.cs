using Actors.Api.Problems;

namespace Actors.Api.Messages.Batch;

/// <summary>What became of one item.</summary>
/// <param name="Message">Null where it was rejected.</param>
/// <param name="Problem">Null where it was accepted.</param>
internal sealed record BatchOutcome(SentMessage? Message, Problem? Problem, bool Replayed = false)
{
    public BatchResult Result(int index) => Message is { } message
        ? BatchResult.Of(index, message, Replayed)
        : BatchResult.Of(index, Problem!);
}
