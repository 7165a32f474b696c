using System.Security.Cryptography;
using Actors.Api.Hosting;
using Actors.Api.Messages.Requests;
using Actors.Api.Problems;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Api.Messages.Batch;

/// <summary>Reads and submits the items of one batch, many at a time so that they share commits.</summary>
/// <param name="key">The batch's idempotency key; null for none.</param>
internal sealed class BatchRun(Call call, ReadOnlyMemory<byte> body, BatchFields parts, string? key)
{
    private readonly DateTimeOffset now = call.Gateway.Time.GetUtcNow();
    private readonly ApiOptions options = call.Gateway.Options;
    private readonly string? fingerprint = key is null ? null : Convert.ToHexStringLower(SHA256.HashData(body.Span));
    private MessageFields defaults = new();
    private long bytes;

    /// <returns>Null when the defaults are right: a fault in them is a fault of the request.</returns>
    public Problem? ReadDefaults()
    {
        defaults = BatchReader.Item(body.Span[parts.Defaults], defaults, "/defaults", now, out var errors);
        return errors.Problem();
    }

    public async Task<IReadOnlyList<BatchOutcome>> Run()
    {
        var outcomes = new BatchOutcome[parts.Items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, outcomes.Length),
            new ParallelOptions { MaxDegreeOfParallelism = options.BatchConcurrency },
            async (i, _) => outcomes[i] = await RunItem(i));
        return outcomes;
    }

    private async Task<BatchOutcome> RunItem(int index)
    {
        var pointer = $"/items/{index}";
        if (!ReadItem(index, pointer).Try(out var message, out var problem))
            return new BatchOutcome(null, problem);
        try
        {
            return Outcome(pointer, await Submitting.Submit(call, message, Mark(index)));
        }
        catch (Exception fault) when (fault is TimeoutException or StoreUnavailableException)
        {
            return new BatchOutcome(null, Faults.Describe(fault));
        }
    }

    private Parsed<MessageFields> ReadItem(int index, string pointer)
    {
        var message = BatchReader.Item(body.Span[parts.Items[index]], defaults, pointer, now, out var errors);
        MessageRules.Check(message, errors);
        if (errors.Problem() is { } problem)
            return problem;
        var size = MessageRules.SizeOf(message);
        if (Submitting.CheckSize(size, options.MessageBytesMax) is { } large)
            return large;
        return Interlocked.Add(ref bytes, size) <= options.BatchBytesMax
            ? message
            : new Problem(
                ProblemTypes.TooLarge, $"The messages of a batch may have {options.BatchBytesMax} bytes together.");
    }

    /// <summary>A key of its own for each item, which no client can give: it holds a control character.</summary>
    private IdempotencyMark? Mark(int index) =>
        key is null ? null : new IdempotencyMark($"{key}\u001F{index}", fingerprint);

    private static BatchOutcome Outcome(string pointer, SubmitResult result) => result switch
    {
        SubmitResult.Accepted accepted => new(SentMessage.Accepted(accepted.Receipt), null, accepted.Replayed),
        SubmitResult.Checked dry => new(SentMessage.Checked(dry.Receipt), null),
        SubmitResult.Refused refused => new(null, Under(pointer, Problem.Of(refused.Refusal))),
        _ => throw new InvalidOperationException($"unknown result {result.GetType().Name}"),
    };

    /// <summary>Grains point into a message; in a batch, the message is an item.</summary>
    private static Problem Under(string pointer, Problem problem) => problem.Errors is not { } errors
        ? problem
        : problem with { Errors = [.. errors.Select(error => error with { Pointer = pointer + error.Pointer })] };
}
