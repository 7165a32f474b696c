using System.Diagnostics.CodeAnalysis;
using Actors.Engine.Runtime;

namespace Actors.Engine;

/// <summary>Base class of all grains. One instance serves one key and runs one turn at a time.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Only the engine constructs grains: it sets the activation before the constructor runs.</summary>
    protected Grain() => GrainContext = Activation.Current!;

    /// <summary>The activation; null only in an instance that was not made by the engine.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; private set; }

    /// <summary>Type and key in one printable string, such as <c>message/acme/17</c>.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Owner.Engine;

    /// <summary>Services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    private Activation Owner => GrainContext as Activation
        ?? throw new InvalidOperationException("This grain was not created by the engine: use IGrainFactory.GetGrain.");

    /// <inheritdoc cref="IGrainBase.OnActivateAsync"/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync"/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Removes this activation after the running calls. The next call makes a new one.</summary>
    protected void DeactivateOnIdle() => Owner.Deactivate(
        new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));

    /// <summary>Keeps an idle activation at least this long; zero or less ends an earlier delay.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Owner.DelayDeactivation(timeSpan);
}
