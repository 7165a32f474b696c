using System.Collections.Concurrent;
using Actors.Testing;

namespace Actors.Engine.Tests.Harness;

/// <summary>What grains did, in order, under a name the test chose.</summary>
public sealed class Journal
{
    private static readonly ConcurrentDictionary<string, Journal> All = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Journal Of(string name) => All.GetOrAdd(name, static _ => new Journal());

    public string[] Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public void Write(string line)
    {
        lock (gate)
        {
            lines.Add(line);
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until there are so many lines.</summary>
    public async Task<string[]> Until(int count)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (lines.Count >= count)
                    return [.. lines];
                next = changed.Task;
            }

            await next.Soon();
        }
    }
}
