using System.Collections.Immutable;

namespace Actors.Grains.Ports;

/// <summary>Reads which settings grains have something to do (<see cref="IDue"/>).</summary>
public interface IDueGrains
{
    /// <returns>Those due until then, earliest first.</returns>
    /// <param name="until">Now.</param>
    /// <param name="after">Continue behind this one; null from the first.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<DueGrain>> Read(DateTimeOffset until, DueGrain? after, int limit);
}

/// <param name="Type">Of the grain, as in its id: the class' name in lower case, without "Grain".</param>
public readonly record struct DueGrain(string Type, string Key, DateTimeOffset DueAt);
