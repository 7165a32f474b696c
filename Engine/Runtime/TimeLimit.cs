namespace Actors.Engine.Runtime;

/// <summary>A token that is cancelled when the time is up; the timer is only made for work that does not end at
/// once.</summary>
internal sealed class TimeLimit(TimeProvider time, TimeSpan limit) : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private ITimer? timer;

    public CancellationToken Token => source.Token;

    /// <summary>Cancels the token in time; the work may take notice.</summary>
    public Task Watch(Task work)
    {
        if (!work.IsCompleted)
        {
            using (ExecutionContext.SuppressFlow())
            {
                timer = time.CreateTimer(
                    static state => ((CancellationTokenSource)state!).Cancel(),
                        source, limit, Timeout.InfiniteTimeSpan);
            }
        }

        return work;
    }

    /// <summary>As <see cref="Watch"/>, and does not wait for work that takes no notice.</summary>
    public Task WaitFor(Task work) => work.IsCompleted ? work : Watch(work).WaitAsync(limit, time);

    public void Dispose()
    {
        timer?.Dispose();
        source.Dispose();
    }
}
