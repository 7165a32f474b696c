namespace Actors.Grains.Ports;

/// <summary>A grain that is of no use in memory once it has answered.</summary>
/// <remarks>It waits a moment all the same. One that left with each answer would have those who ask together passed
/// from activation to activation, one answered by each; Orleans gives such a call up after a few.</remarks>
public abstract class BriefGrain : Grain
{
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(1);

    private bool leaving;

    /// <summary>Whether its memory is of no use at present; else it leaves a second after it is asked to
    /// again.</summary>
    protected virtual bool MayLeave => true;

    /// <summary>Leaves memory a second after the first time this is asked. Cheap to ask again.</summary>
    protected void LeaveSoon()
    {
        if (leaving)
            return;
        leaving = true;
        this.RegisterGrainTimer(Leave, new GrainTimerCreationOptions(Stay, Timeout.InfiniteTimeSpan));
    }

    private Task Leave()
    {
        if (MayLeave)
            DeactivateOnIdle();
        else
            leaving = false;
        return Task.CompletedTask;
    }
}
