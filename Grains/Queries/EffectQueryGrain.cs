using System.Collections.Immutable;
using Actors.Grains.Ports;

namespace Actors.Grains.Queries;

[StatelessWorker]
public sealed class EffectQueryGrain(IEffectStore effects) : Grain, IEffectQueryGrain
{
    public Task<ImmutableArray<FailedEffect>> ListFailed(long after, int limit) => effects.ReadFailed(after, limit);

    /// <remarks>The outbox finds them with its next reading, within a minute.</remarks>
    public Task<int> RetryFailed(int limit) => effects.RetryFailed(limit);
}
