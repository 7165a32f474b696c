using Actors.Dns;
using Actors.Silo.Configuration;

namespace Actors.Silo.Doctor;

/// <summary>What is examined, and with what.</summary>
/// <param name="OutboundHost">A host on the internet that takes mail on port 25.</param>
public sealed record Patient(
    ReadConfiguration Configuration, IResolver Resolver, string OutboundHost, TimeProvider Time)
{
    public SiloSettings Settings => Configuration.Settings;

    /// <summary>How long something that is connected to may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
