namespace Actors.Engine.Runtime;

/// <summary>The rest of a method after an await.</summary>
internal sealed class PostedCallback(SendOrPostCallback callback, object? state) : WorkItem
{
    public override void Run(Activation activation) => callback(state);
}

/// <summary>A task that was started on the activation's scheduler.</summary>
internal sealed class ScheduledTask(ActivationScheduler scheduler, Task task) : WorkItem
{
    public override void Run(Activation activation)
    {
        SynchronizationContext.SetSynchronizationContext(new StartedTaskContext(activation));
        try
        {
            scheduler.Execute(task);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(activation);
        }
    }
}

/// <summary>The context inside a started task: another object than the activation, with the same way back.</summary>
/// <remarks>
/// What awaits the task would otherwise run inside the last moments of the task, where TaskScheduler.Current is the
/// thread pool's. As the contexts differ, it is posted and gets a turn of its own.
/// </remarks>
internal sealed class StartedTaskContext(Activation activation) : SynchronizationContext
{
    public Activation Activation => activation;

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state) => activation.Post(d, state);

    public override void Send(SendOrPostCallback d, object? state) => activation.Send(d, state);
}
