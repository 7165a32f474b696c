using System.Collections.Concurrent;

namespace Actors.Smtp.Client;

/// <summary>
/// Keeps connections for the next message to the same endpoint. What is given back in any doubt is closed, and what is
/// taken was looked at just before. Safe for many threads; dispose it after all deliveries have ended.
/// </summary>
public sealed class ConnectionPool : IAsyncDisposable
{
    private readonly SmtpClientOptions options;
    private readonly TimeProvider time;
    private readonly ITimer sweeper;
    private readonly Lock gate = new();
    private readonly Dictionary<SmtpEndpoint, List<Idle>> idle = [];
    private readonly ConcurrentDictionary<Task, bool> farewells = new();
    private int count;
    private bool sweeping;
    private bool closed;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public ConnectionPool(SmtpClientOptions options, TimeProvider time)
    {
        options.Validate();
        this.options = options;
        this.time = time;
        sweeper = time.CreateTimer(
            static pool => ((ConnectionPool)pool!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Idle connections at present.</summary>
    public int IdleCount
    {
        get
        {
            lock (gate)
                return count;
        }
    }

    /// <summary>
    /// The connection that was used last with this endpoint and still looks alive; null when there is none.
    /// </summary>
    public SmtpConnection? TryTake(SmtpEndpoint endpoint)
    {
        while (Pop(endpoint) is { } candidate)
        {
            if (time.GetElapsedTime(candidate.Since) < options.IdleMax && candidate.Connection.IsUsable
                && candidate.Connection.LooksAlive())
                return candidate.Connection;
            Part(candidate.Connection);
        }
        return null;
    }

    /// <summary>Keeps the connection, or closes it when it is broken, used up, or one too many. Never waits.</summary>
    public void Give(SmtpConnection connection)
    {
        if (!connection.IsUsable || !Push(connection))
            Part(connection);
    }

    /// <summary>Says goodbye to all idle connections, for at most the QUIT time-out.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Idle> all;
        lock (gate)
        {
            closed = true;
            all = [.. idle.Values.SelectMany(list => list)];
            idle.Clear();
            count = 0;
        }
        foreach (var each in all)
            Part(each.Connection);
        await sweeper.DisposeAsync();
        await Task.WhenAll(farewells.Keys);
    }

    private Idle? Pop(SmtpEndpoint endpoint)
    {
        lock (gate)
        {
            if (!idle.TryGetValue(endpoint, out var list) || list.Count == 0)
                return null;
            var last = list[^1];
            list.RemoveAt(list.Count - 1);
            count--;
            return last;
        }
    }

    private bool Push(SmtpConnection connection)
    {
        lock (gate)
        {
            if (closed || options.IdleMax <= TimeSpan.Zero || count >= options.IdleTotalMax)
                return false;
            if (!idle.TryGetValue(connection.Endpoint, out var list))
                idle.Add(connection.Endpoint, list = []);
            if (list.Count >= options.IdlePerEndpointMax)
                return false;
            list.Add(new(connection, time.GetTimestamp()));
            count++;
            if (!sweeping)
                SweepAfter(options.IdleMax);
            return true;
        }
    }

    private void Sweep()
    {
        var expired = new List<Idle>();
        lock (gate)
        {
            sweeping = false;
            if (closed)
                return;
            var now = time.GetTimestamp(); // one for all: what is kept has time left
            var longest = TimeSpan.Zero;
            foreach (var (endpoint, list) in idle)
            {
                var keep = list.FindIndex(each => time.GetElapsedTime(each.Since, now) < options.IdleMax);
                var gone = keep < 0 ? list.Count : keep; // the oldest come first
                expired.AddRange(list.Take(gone));
                list.RemoveRange(0, gone);
                if (list.Count == 0)
                    idle.Remove(endpoint); // allowed while enumerating
                else if (time.GetElapsedTime(list[0].Since, now) is var age && age > longest)
                    longest = age;
            }
            count -= expired.Count;
            if (count > 0)
                SweepAfter(options.IdleMax - longest);
        }
        foreach (var each in expired)
            Part(each.Connection);
    }

    private void SweepAfter(TimeSpan span)
    {
        sweeping = true;
        sweeper.Change(span, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Quits without making anybody wait for it.</summary>
    private void Part(SmtpConnection connection)
    {
        var quitting = connection.Quit();
        if (quitting.IsCompletedSuccessfully)
            return;
        var farewell = quitting.AsTask();
        farewells.TryAdd(farewell, true);
        farewell.ContinueWith(
            (done, _) => farewells.TryRemove(done, out bool _), null, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private readonly record struct Idle(SmtpConnection Connection, long Since);
}
