namespace Actors.Testing;

/// <summary>Waits for what other threads do, on the system's clock, so that what never comes fails a test instead of
/// stopping it.</summary>
public static class PatientTasks
{
    /// <exception cref="TimeoutException">It never came.</exception>
    public static Task Soon(this Task task) => task.WaitAsync(Patience.Max, TimeProvider.System);

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience.Max, TimeProvider.System);

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this ValueTask<T> task) => task.AsTask().Soon();

    /// <summary>Waits until the task is over, however it ends.</summary>
    /// <exception cref="TimeoutException">It never ended.</exception>
    public static Task Settled(this Task task) => Task.WhenAny(task).Soon();
}
