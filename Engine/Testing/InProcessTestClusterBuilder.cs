using Microsoft.Extensions.Hosting;

namespace Actors.Engine;

/// <summary>Builds a cluster inside the test's process. Arguments and results cross it through serialisation.</summary>
public sealed class InProcessTestClusterBuilder
{
    /// <summary>With one silo.</summary>
    public InProcessTestClusterBuilder()
        : this(1)
    {
    }

    /// <param name="initialSilosCount">See <see cref="InProcessTestClusterOptions.InitialSilosCount"/>.</param>
    public InProcessTestClusterBuilder(short initialSilosCount) => Options.InitialSilosCount = initialSilosCount;

    /// <summary>Settings.</summary>
    public InProcessTestClusterOptions Options { get; } = new();

    /// <summary>Sets up the silo.</summary>
    public InProcessTestClusterBuilder ConfigureSilo(
        Action<InProcessTestSiloSpecificOptions, ISiloBuilder> configureSiloDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureSiloDelegate);
        return ConfigureSiloHost((options, host) => host.UseOrleans(silo => configureSiloDelegate(options, silo)));
    }

    /// <summary>Sets up the silo's host.</summary>
    public InProcessTestClusterBuilder ConfigureSiloHost(
        Action<InProcessTestSiloSpecificOptions, IHostApplicationBuilder> configureSiloHostDelegate)
    {
        Options.SiloHostConfigurationDelegates.Add(configureSiloHostDelegate);
        return this;
    }

    /// <summary>Sets up the host of the silo and of the client, which are one here.</summary>
    public InProcessTestClusterBuilder ConfigureHost(Action<IHostApplicationBuilder> configureDelegate) =>
        ConfigureSiloHost((_, host) => configureDelegate(host));

    /// <summary>Sets up the client, which lives in the silo's host.</summary>
    public InProcessTestClusterBuilder ConfigureClient(Action<IClientBuilder> configureClientDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureClientDelegate);
        return ConfigureSiloHost((_, host) =>
            configureClientDelegate(new SiloBuilder(host.Services, host.Configuration)));
    }

    /// <summary>Nothing runs before <see cref="InProcessTestCluster.DeployAsync"/>.</summary>
    public InProcessTestCluster Build() => new(Options);
}
