using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;

namespace Actors.Grains.Ports;

/// <summary>Effects that are stored and not yet carried out.</summary>
public interface IEffectStore
{
    /// <returns>Those of an outbox partition, in the order they were stored.</returns>
    /// <param name="partition">Of the outbox.</param>
    /// <param name="after">Continue behind this number; 0 from the first.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<StoredEffect>> Read(int partition, long after, int limit);

    /// <summary>Forgets an effect that has been carried out.</summary>
    /// <exception cref="StoreUnavailableException">The store takes no writes; the effect is carried out
    /// again.</exception>
    Task Done(long number);
}

public readonly record struct StoredEffect(long Number, MessageKey Message, MessageEffect Effect);
