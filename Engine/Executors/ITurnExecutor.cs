namespace Actors.Engine;

/// <summary>The one place where turns get a thread. Every call, continuation, timer tick and reminder goes through
/// it.</summary>
public interface ITurnExecutor
{
    /// <summary>Turns one activation may take before it goes to the back of the line.</summary>
    int TurnsPerRun { get; }

    /// <summary>Runs the activation once, soon. It is not scheduled again before that run has begun to end.</summary>
    void Schedule(IThreadPoolWorkItem activation);
}
