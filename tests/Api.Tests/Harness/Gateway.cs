namespace Actors.Api.Tests.Harness;

/// <summary>One gateway for all tests that need no other: each works with tenants of its own.</summary>
public sealed class Gateway : IAsyncLifetime
{
    public const string Name = "gateway";

    public TestGateway Running { get; private set; } = null!; // set before the first test

    public async Task InitializeAsync() => Running = await TestGateway.Start();

    public async Task DisposeAsync() => await Running.DisposeAsync();
}

[CollectionDefinition(Gateway.Name)]
public sealed class GatewayCollection : ICollectionFixture<Gateway>;
