using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Credentials;

[GenerateSerializer, Alias("api-key-state")]
public sealed record ApiKeyState
{
    /// <summary>Null when the key was never issued, or is revoked.</summary>
    [Id(0)] public ApiKeyOwner? Owner { get; init; }
}

public sealed class ApiKeyGrain(
    [PersistentState("api-key", StorageNames.Grains)] IPersistentState<ApiKeyState> stored) : Grain, IApiKeyGrain
{
    public Task Issue(TenantId tenant, string keyId) =>
        stored.Save(new ApiKeyState { Owner = new ApiKeyOwner(tenant, keyId) }, this);

    public Task Revoke() => stored.Save(new ApiKeyState(), this);

    public Task<ApiKeyOwner?> Owner()
    {
        if (stored.State.Owner is null)
            DeactivateOnIdle(); // guesses leave nothing in memory
        return Task.FromResult(stored.State.Owner);
    }
}
