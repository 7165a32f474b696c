using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;

namespace Actors.Grains.Ports;

/// <summary>Effects that are stored and not yet carried out.</summary>
public interface IEffectStore
{
    /// <returns>Those of an outbox partition that are due: first those never tried, in the order they were
    /// stored.</returns>
    /// <param name="partition">Of the outbox.</param>
    /// <param name="now">Later ones are left out.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<StoredEffect>> ReadDue(int partition, DateTimeOffset now, int limit);

    /// <summary>Forgets an effect that has been carried out.</summary>
    /// <exception cref="StoreUnavailableException">The store takes no writes; the effect is carried out
    /// again.</exception>
    Task Done(long number);

    /// <summary>Keeps what became of a try that failed.</summary>
    /// <exception cref="StoreUnavailableException">The store takes no writes; the effect is still due.</exception>
    Task PutOff(long number, EffectSetback setback);

    /// <summary>What has failed for good, over all partitions, in the order it was stored.</summary>
    /// <param name="after">Continue behind this number; 0 from the first.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<FailedEffect>> ReadFailed(long after, int limit);

    /// <summary>Makes what has failed for good due again, as if it had never been tried.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="StoreUnavailableException">The store takes no writes.</exception>
    Task<int> RetryFailed(int limit);
}

/// <param name="Number">Its name in logs.</param>
/// <param name="Failures">Tries that have failed.</param>
/// <param name="FirstFailedAt">Null while none has.</param>
public readonly record struct StoredEffect(
    long Number, MessageKey Message, MessageEffect Effect, int Failures, DateTimeOffset? FirstFailedAt);

/// <param name="DueAt">When to try again; null when it has failed for good.</param>
/// <param name="Reason">Of the last failure, for the operator.</param>
public sealed record EffectSetback(int Failures, DateTimeOffset FirstFailedAt, DateTimeOffset? DueAt, string Reason);
