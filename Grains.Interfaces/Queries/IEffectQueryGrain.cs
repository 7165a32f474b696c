using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Queries;

/// <summary>What events mean to others and could not be carried out for days: for the operator alone.</summary>
/// <remarks>Key: <see cref="Platform.PlatformKey"/>.</remarks>
[Alias("effect-query")]
public interface IEffectQueryGrain : IGrainWithStringKey
{
    /// <param name="after">Continue behind this number; 0 from the first.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<FailedEffect>> ListFailed(long after, int limit);

    /// <summary>Has them tried again, from the first on.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>How many there were.</returns>
    Task<int> RetryFailed(int limit);
}

/// <param name="Number">Its name in logs.</param>
/// <param name="Message">Whose event it belongs to.</param>
/// <param name="Kind">Such as failure_notice.</param>
/// <param name="Failures">Tries that failed.</param>
/// <param name="Reason">Of the last failure.</param>
[GenerateSerializer, Immutable, Alias("failed-effect")]
public sealed record FailedEffect(
    long Number, MessageKey Message, string Kind, int Failures, DateTimeOffset FirstFailedAt, string Reason);
