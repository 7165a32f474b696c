using Actors.Grains.Ports;

namespace Actors.Grains.Links;

[GenerateSerializer, Alias("link-state")]
public sealed record LinkState : IDue
{
    /// <summary>Null when it was never issued.</summary>
    [Id(0)] public LinkTarget? Target { get; init; }

    [Id(1)] public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When nobody is told any more that it is old.</summary>
    public DateTimeOffset? DueAt => Target is null ? null : ExpiresAt + LinkLimits.ToldExpired;
}

public sealed class LinkGrain(
    [PersistentState("link", StorageNames.Grains)] IPersistentState<LinkState> stored, TimeProvider time)
    : BriefGrain, ILinkGrain
{
    public Task Issue(LinkTarget target, DateTimeOffset expiresAt) =>
        stored.Save(new LinkState { Target = target, ExpiresAt = expiresAt }, this);

    public Task<LinkTarget?> Find()
    {
        if (stored.State.Target is null)
            LeaveSoon(); // guesses leave nothing in memory
        return Task.FromResult(stored.State.Target);
    }

    public Task Wake() => stored.State.DueAt <= time.GetUtcNow() ? stored.ClearStateAsync() : Task.CompletedTask;
}
