using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Platform;

[GenerateSerializer, Alias("platform-state")]
public sealed record PlatformState
{
    [Id(0)] public bool LiveDelivery { get; init; }
    [Id(1)] public ImmutableArray<StaticRoute> Routes { get; init; } = [];
    [Id(2)] public ImmutableArray<TrustedNetwork> TrustedNetworks { get; init; } = [];
    [Id(3)] public ImmutableArray<TenantId> Tenants { get; init; } = [];

    /// <summary>Null before the first start has made one.</summary>
    [Id(4)] public string? OperatorKeyHash { get; init; }

    /// <summary>Sealed text that only the right keys open; null before the first start that had any.</summary>
    [Id(5)] public string? SecretProof { get; init; }
}
