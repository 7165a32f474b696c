using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

/// <summary>A test that has a world of its own.</summary>
public abstract class Scenario : IAsyncLifetime
{
    internal GrainWorld World { get; private set; } = null!;

    internal RemoteSites Wire => World.Wire;

    public async Task InitializeAsync() => World = await GrainWorld.Start(Configure);

    public async Task DisposeAsync() => await World.DisposeAsync();

    protected virtual void Configure(ISiloBuilder silo)
    {
    }
}
