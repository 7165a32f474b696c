using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>An API key, found by the hash of its secret: looking it up compares nothing that could leak.</summary>
/// <remarks>Key: <see cref="Secret.Hash"/> of the whole key. Revocation is in force with the next request.</remarks>
[Alias("api-key")]
public interface IApiKeyGrain : IGrainWithStringKey
{
    Task Issue(TenantId tenant, string keyId, ApiKeyGrant grant);

    Task Revoke();

    /// <returns>Whom the key stands for; null when it is unknown or revoked.</returns>
    [ReadOnly]
    Task<ApiKeyOwner?> Owner();

    /// <summary>Remembers the last day it was used; the first call of a day writes.</summary>
    [OneWay]
    Task Used(DateOnly day);
}

/// <param name="LastUsed">In UTC; null when never.</param>
[GenerateSerializer, Immutable, Alias("api-key-owner")]
public sealed record ApiKeyOwner(
    TenantId Tenant, string KeyId, ApiKeyGrant? Grant = null, DateOnly? LastUsed = null);
