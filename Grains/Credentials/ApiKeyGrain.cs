using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Credentials;

[GenerateSerializer, Alias("api-key-state")]
public sealed record ApiKeyState
{
    /// <summary>Null when the key was never issued, or is revoked. Keys made before there were grants have
    /// none: they open everything.</summary>
    [Id(0)] public ApiKeyOwner? Owner { get; init; }
}

public sealed class ApiKeyGrain(
    [PersistentState("api-key", StorageNames.Grains)] IPersistentState<ApiKeyState> stored) : BriefGrain, IApiKeyGrain
{
    public Task Issue(TenantId tenant, string keyId, ApiKeyGrant grant) =>
        stored.Save(new ApiKeyState { Owner = new ApiKeyOwner(tenant, keyId, grant) }, this);

    public Task Revoke() => stored.Save(new ApiKeyState(), this);

    public Task<ApiKeyOwner?> Owner()
    {
        if (stored.State.Owner is null)
            LeaveSoon(); // guesses leave nothing in memory
        return Task.FromResult(stored.State.Owner);
    }

    public Task Used(DateOnly day) => stored.State.Owner is { } owner && !(owner.LastUsed >= day)
        ? stored.Save(new ApiKeyState { Owner = owner with { LastUsed = day } }, this)
        : Task.CompletedTask;
}
