namespace Actors.Engine.Runtime;

/// <summary>Looks over all activations once a quantum and tells the idle ones to go: one timer for all.</summary>
internal sealed class IdleSweep : IDisposable
{
    private static readonly DeactivationReason Idle =
        new(DeactivationReasonCode.ActivationIdle, "Nobody called for the collection age.");

    private readonly GrainEngine engine;
    private readonly ITimer timer;

    public IdleSweep(GrainEngine engine)
    {
        this.engine = engine;
        var quantum = engine.Collection.CollectionQuantum;
        using (ExecutionContext.SuppressFlow())
            timer = engine.Time.CreateTimer(static state => ((IdleSweep)state!).Sweep(), this, quantum, quantum);
    }

    public void Dispose() => timer.Dispose();

    private void Sweep()
    {
        foreach (var grainClass in engine.Classes)
        {
            foreach (var activation in grainClass.Activations)
            {
                if (grainClass.MayCollect(activation))
                    activation.Enqueue(new Deactivation(Idle));
            }
        }
    }
}
