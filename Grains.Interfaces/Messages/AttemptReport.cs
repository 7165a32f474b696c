using Actors.Grains.Contacts;
using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>How an attempt ended, told to its message by whoever made it.</summary>
/// <param name="Attempt">Which one, counted from 1.</param>
/// <param name="Epoch">As its order said; with the attempt's number it tells late reports from current ones.</param>
[GenerateSerializer, Immutable, Alias("attempt-report")]
public sealed record AttemptReport(int Attempt, long Epoch, AttemptOutcome Outcome, AttemptTrace Trace);

/// <summary>What came of an attempt: a closed set.</summary>
[GenerateSerializer, Immutable, Alias("attempt-outcome")]
public abstract record AttemptOutcome
{
    private AttemptOutcome() { }

    /// <summary>The receiver answered 2xx to the final dot.</summary>
    /// <param name="EndsRun">The recipient had soft bounces, which this makes good.</param>
    [GenerateSerializer, Immutable, Alias("attempt-delivered")]
    public sealed record Delivered(Reply Reply, bool EndsRun = false) : AttemptOutcome;

    /// <summary>4xx, or no connection: worth another try.</summary>
    /// <param name="RetryAfter">A route's own delay, before the schedule; null for the schedule's.</param>
    [GenerateSerializer, Immutable, Alias("attempt-transient")]
    public sealed record Transient(Reply Reply, TimeSpan? RetryAfter) : AttemptOutcome;

    /// <summary>5xx, or no such domain: no further try can succeed.</summary>
    [GenerateSerializer, Immutable, Alias("attempt-permanent")]
    public sealed record Permanent(Reply Reply) : AttemptOutcome;

    /// <summary>The final dot went out, or may have, and no answer came back.</summary>
    [GenerateSerializer, Immutable, Alias("attempt-uncertain")]
    public sealed record Uncertain(Reply Reply) : AttemptOutcome;

    /// <summary>Not tried, because it may not be at present.</summary>
    [GenerateSerializer, Immutable, Alias("attempt-withheld")]
    public sealed record Withheld(HoldReason Reason) : AttemptOutcome;

    /// <summary>Not tried, because the recipient must not be written to.</summary>
    [GenerateSerializer, Immutable, Alias("attempt-suppressed")]
    public sealed record Suppressed(SuppressionReason Reason) : AttemptOutcome;
}
