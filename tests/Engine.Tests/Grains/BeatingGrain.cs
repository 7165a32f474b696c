namespace Actors.Engine.Tests.Grains;

public interface IBeatingGrain : IGrainWithStringKey
{
    Task Beat(bool keepAlive);
}

public sealed class BeatingGrain : Grain, IBeatingGrain
{
    public Task Beat(bool keepAlive)
    {
        var minute = TimeSpan.FromMinutes(1);
        this.RegisterGrainTimer(
            static () => Task.CompletedTask, new GrainTimerCreationOptions(minute, minute) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }
}
