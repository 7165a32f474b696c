using System.Collections.Concurrent;

namespace Actors.Grains.Tests.Stored;

/// <summary>Which silo ran which grain.</summary>
internal sealed class CallBook
{
    private readonly ConcurrentDictionary<(string Interface, string Key, string Silo), int> calls = new();

    public void Add(string interfaceName, string key, string silo) =>
        calls.AddOrUpdate((interfaceName, key, silo), 1, static (_, n) => n + 1);

    /// <summary>Silos that ran grains of an interface.</summary>
    public string[] SilosOf<T>() =>
        [.. calls.Keys.Where(call => call.Interface == typeof(T).Name).Select(call => call.Silo).Distinct()];

    /// <summary>How many grains of an interface were called.</summary>
    public int GrainsOf<T>() =>
        calls.Keys.Where(call => call.Interface == typeof(T).Name).Select(call => call.Key).Distinct().Count();
}

/// <summary>Writes down the calls of one silo.</summary>
internal sealed class CallLog(string silo, CallBook calls) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        calls.Add(context.InterfaceMethod.DeclaringType!.Name, context.TargetId.Key.ToString()!, silo);
        return context.Invoke();
    }
}
