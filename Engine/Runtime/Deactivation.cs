namespace Actors.Engine.Runtime;

/// <summary>Somebody outside of the activation wants it to go.</summary>
internal sealed class Deactivation(DeactivationReason reason) : WorkItem
{
    public override void Run(Activation activation)
    {
        // A sweep saw it idle a moment ago; a call may have come since.
        if (reason.ReasonCode != DeactivationReasonCode.ActivationIdle || activation.Class.MayCollect(activation))
            activation.RequestDeactivation(reason);
    }
}
