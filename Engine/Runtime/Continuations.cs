namespace Actors.Engine.Runtime;

/// <summary>The rest of a method after an await.</summary>
internal sealed class PostedCallback(SendOrPostCallback callback, object? state) : WorkItem
{
    public override void Run(Activation activation) => callback(state);
}

/// <summary>A task that was started on the activation's scheduler.</summary>
internal sealed class ScheduledTask(ActivationScheduler scheduler, Task task) : WorkItem
{
    public override void Run(Activation activation) => scheduler.Execute(task);
}
