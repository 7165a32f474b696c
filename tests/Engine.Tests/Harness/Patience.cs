namespace Actors.Engine.Tests.Harness;

public static class Patience
{
    /// <summary>Real time after which a test is wrong, not slow.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static Task Soon(this Task task) => task.WaitAsync(Limit);

    /// <summary>Waits until the task is over, however it ends.</summary>
    public static async Task Settled(this Task task) => await Task.WhenAny(task).Soon();

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);
}
