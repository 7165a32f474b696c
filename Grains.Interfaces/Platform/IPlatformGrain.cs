using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Platform;

/// <summary>What the operator has set for the whole platform.</summary>
/// <remarks>Key: <see cref="PlatformKey"/>. Read at most once a second by each process, never per message.</remarks>
[Alias("platform")]
public interface IPlatformGrain : IGrainWithStringKey
{
    [ReadOnly]
    Task<PlatformSettings> Settings();

    /// <summary>Switched on, what was held for it is released.</summary>
    Task SetLiveDelivery(bool on);

    /// <returns>Null when the route is set, else why it is refused.</returns>
    Task<string?> SetRoute(StaticRoute route);

    /// <returns>False when there was none.</returns>
    Task<bool> RemoveRoute(string domain);

    /// <summary>Replaces an account's networks in the directory that the listeners ask.</summary>
    /// <returns>Null when done, else which network belongs to another account already.</returns>
    Task<string?> SetTrustedNetworks(AccountKey account, ImmutableArray<string> networks);

    Task AddTenant(TenantId tenant);

    /// <summary>Forgets a tenant that has left, and the networks of its accounts.</summary>
    Task RemoveTenant(TenantId tenant);

    /// <returns>Sealed text by which the keys of secrets are recognised; null before there was one.</returns>
    [ReadOnly]
    Task<string?> SecretProof();

    Task SetSecretProof(string proof);

    /// <summary>Replaces the operator's key.</summary>
    /// <param name="hash"><see cref="Credentials.Secret.Hash"/> of the key.</param>
    Task SetOperatorKey(string hash);

    [ReadOnly]
    Task<bool> IsOperatorKey(string hash);
}

public static class PlatformKey
{
    public const string Value = "platform";
}

[GenerateSerializer, Immutable, Alias("platform-settings")]
public sealed record PlatformSettings(
    bool Initialized,
    bool LiveDelivery,
    ImmutableArray<StaticRoute> Routes,
    ImmutableArray<TrustedNetwork> TrustedNetworks,
    ImmutableArray<TenantId> Tenants);

/// <summary>Overrides MX look-up for a domain, like Postfix' transport map.</summary>
/// <param name="Domain">A-label form in lower case, or <c>*</c> for every domain without a route of its own.</param>
/// <param name="Host">Name or IP address of the next hop.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="RetryAfter">After a transient failure, before the schedule; null for the schedule.</param>
[GenerateSerializer, Immutable, Alias("static-route")]
public sealed record StaticRoute(string Domain, string Host, int Port, TimeSpan? RetryAfter);

[GenerateSerializer, Immutable, Alias("trusted-network")]
public sealed record TrustedNetwork(string Network, AccountKey Account);
