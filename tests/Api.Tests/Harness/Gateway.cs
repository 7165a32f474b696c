namespace Actors.Api.Tests.Harness;

/// <summary>One gateway for all tests that need no other: each works with tenants of its own.</summary>
public sealed class Gateway : IAsyncLifetime
{
    public const string Name = "gateway";

    private const int BurstSeconds = 60;

    public TestGateway Running { get; private set; } = null!; // set before the first test

    /// <summary>Its clock stands still, so the operator's burst is never filled up again.</summary>
    public async Task InitializeAsync() => Running = await TestGateway.Start(
        options => options.RequestsBurst = options.RequestsPerSecond * BurstSeconds);

    public async Task DisposeAsync() => await Running.DisposeAsync();
}

[CollectionDefinition(Gateway.Name)]
public sealed class GatewayCollection : ICollectionFixture<Gateway>;
