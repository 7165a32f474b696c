namespace Actors.Crash.Contacts;

/// <summary>Waits for what cannot be armed for, because another process does it.</summary>
internal static class Waiting
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <returns>False where it has not come to be in time.</returns>
    public static Task<bool> Until(Func<bool> condition, TimeSpan max) =>
        Until(() => Task.FromResult(condition()), max);

    /// <inheritdoc cref="Until(Func{bool}, TimeSpan)"/>
    public static async Task<bool> Until(Func<Task<bool>> condition, TimeSpan max)
    {
        using var limit = new CancellationTokenSource(max, TimeProvider.System);
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
