using Actors.Grains.Ports;

namespace Actors.Grains.Links;

[GenerateSerializer, Alias("link-state")]
public sealed record LinkState
{
    /// <summary>Null when it was never issued.</summary>
    [Id(0)] public LinkTarget? Target { get; init; }

    [Id(1)] public DateTimeOffset ExpiresAt { get; init; }
}

public sealed class LinkGrain(
    [PersistentState("link", StorageNames.Grains)] IPersistentState<LinkState> stored) : Grain, ILinkGrain
{
    public Task Issue(LinkTarget target, DateTimeOffset expiresAt) =>
        stored.Save(new LinkState { Target = target, ExpiresAt = expiresAt }, this);

    public Task<LinkTarget?> Find()
    {
        if (stored.State.Target is null)
            DeactivateOnIdle(); // guesses leave nothing in memory
        return Task.FromResult(stored.State.Target);
    }
}
