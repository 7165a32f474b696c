namespace Actors.Testing;

/// <summary>How long a test waits, on the system's clock, for what other threads and programs have to do.</summary>
public static class Patience
{
    /// <summary>A bound against hangs and nothing else: it outlasts a machine that stands still for minutes, and the
    /// waits that servers and mail programs keep between two tries.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromMinutes(15);

    /// <summary>Cancelled once it is over.</summary>
    public static CancellationTokenSource Limit() => new(Max, TimeProvider.System);

    /// <param name="condition">What is waited for, to complete "did not … in time".</param>
    /// <param name="wait">Ends when the condition is true; obeys its token.</param>
    /// <param name="evidence">What to show of the state when it did not become true.</param>
    public static async Task<T> For<T>(
        string condition, Func<CancellationToken, Task<T>> wait, Func<string> evidence)
    {
        using var limit = Limit();
        try
        {
            return await wait(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"{condition}: not within {Max.TotalMinutes} min.\n{evidence()}");
        }
    }
}
