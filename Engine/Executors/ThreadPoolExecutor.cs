namespace Actors.Engine;

/// <summary>Production: activations run on the thread pool, as many at a time as there are threads.</summary>
public sealed class ThreadPoolExecutor : ITurnExecutor
{
    /// <summary>High enough that a busy grain rarely changes threads, low enough that it holds nobody up.</summary>
    public int TurnsPerRun => 64;

    /// <inheritdoc/>
    public void Schedule(IThreadPoolWorkItem activation) =>
        ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: true);
}
