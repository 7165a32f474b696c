using System.Collections.Immutable;

namespace Actors.Silo.Configuration;

/// <summary>What the three sources came to.</summary>
/// <param name="Values">Of every option, those left at their default included.</param>
/// <param name="Problems">Empty when <paramref name="Settings"/> can be used.</param>
public sealed record ReadConfiguration(
    SiloSettings Settings,
    ImmutableDictionary<string, GivenValue> Values,
    ImmutableArray<ConfigurationProblem> Problems)
{
    public GivenValue At(string path) => Values[path];
}
