namespace Actors.Interop.Tests.Lab;

/// <summary>How long a named condition may take to come true. Only a broken part of the lab waits this long.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(240);

    /// <param name="condition">What is waited for, to complete "did not … in time".</param>
    /// <param name="wait">Ends when the condition is true; obeys its token.</param>
    /// <param name="evidence">What to show of the state when it did not become true.</param>
    public static async Task<T> For<T>(
        string condition, Func<CancellationToken, Task<T>> wait, Func<string> evidence)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return await wait(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"{condition}: not within {Limit.TotalSeconds} s.\n{evidence()}");
        }
    }
}
