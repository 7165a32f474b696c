using System.Collections.Immutable;
using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>The settings are wrong; nothing was started.</summary>
public sealed class MisconfiguredException(ImmutableArray<ConfigurationProblem> problems)
    : Exception("the settings are wrong")
{
    public ImmutableArray<ConfigurationProblem> Problems => problems;
}
