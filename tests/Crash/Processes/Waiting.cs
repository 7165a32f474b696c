namespace Actors.Crash.Processes;

/// <summary>Waits for what cannot be armed for, because another process does it.</summary>
internal static class Waiting
{
    /// <summary>For whatever has to come to be, and a bound against hangs alone: what fails at first the server tries
    /// again after a minute, what is due it looks for once in a minute, and the machine may stand still
    /// meanwhile.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <returns>False where it has not come to be in time.</returns>
    /// <param name="max">Null for <see cref="Max"/>.</param>
    public static Task<bool> Until(Func<bool> condition, TimeSpan? max = null) =>
        Until(() => Task.FromResult(condition()), max);

    /// <inheritdoc cref="Until(Func{bool}, TimeSpan?)"/>
    public static async Task<bool> Until(Func<Task<bool>> condition, TimeSpan? max = null)
    {
        using var limit = new CancellationTokenSource(max ?? Max, TimeProvider.System);
        using var timer = new PeriodicTimer(LookAgain, TimeProvider.System);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
                return false;
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
        return true;
    }
}
