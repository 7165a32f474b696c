namespace Actors.Engine;

/// <summary>One activation: a grain instance in memory, its mailbox and its identity.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>Type and key of the grain.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain object; null until the constructor has run.</summary>
    object? GrainInstance { get; }

    /// <summary>Services of this activation; scoped ones live as long as the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation is gone and its place is free for the next one.</summary>
    Task Deactivated { get; }

    /// <summary>Asks for deactivation after the running calls; waiting calls go to the next activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
