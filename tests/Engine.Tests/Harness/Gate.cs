using System.Collections.Concurrent;
using Actors.Testing;

namespace Actors.Engine.Tests.Harness;

/// <summary>Where a grain waits until the test lets it go on. Both live in one process, so a name is enough.</summary>
public sealed class Gate
{
    private static readonly ConcurrentDictionary<string, Gate> All = new(StringComparer.Ordinal);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim arrivals = new(0);

    public static Gate Of(string name) => All.GetOrAdd(name, static _ => new Gate());

    /// <summary>In the grain.</summary>
    public Task Pass()
    {
        arrivals.Release();
        return opened.Task;
    }

    /// <summary>In the test: waits for the next arrival.</summary>
    public Task Arrival() => arrivals.WaitAsync().Soon();

    /// <summary>In the test.</summary>
    public void Open() => opened.TrySetResult();
}
