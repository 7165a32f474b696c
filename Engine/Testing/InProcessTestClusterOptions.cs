using Microsoft.Extensions.Hosting;

namespace Actors.Engine;

/// <summary>Settings of a test cluster.</summary>
public sealed class InProcessTestClusterOptions
{
    private readonly List<Action<InProcessTestSiloSpecificOptions, IHostApplicationBuilder>> delegates = [];

    /// <summary>For logs.</summary>
    public string ClusterId { get; set; } = "test";

    /// <summary>For logs.</summary>
    public string ServiceId { get; set; } = "test";

    /// <summary>This engine is one process: it runs one silo, whatever the number.</summary>
    public short InitialSilosCount { get; set; } = 1;

    /// <summary>Run on the silo's host before it is built, in order.</summary>
    public List<Action<InProcessTestSiloSpecificOptions, IHostApplicationBuilder>>
        SiloHostConfigurationDelegates => delegates;
}
