using System.Collections.Concurrent;

namespace Actors.Engine.Runtime;

/// <summary>The activations of a stateless worker class, several to a key.</summary>
internal sealed class WorkerPools(GrainClass grainClass, int workersMax)
{
    private readonly ConcurrentDictionary<string, List<Activation>> pools = new(StringComparer.Ordinal);

    public IEnumerable<Activation> Activations
    {
        get
        {
            foreach (var (_, pool) in pools)
            {
                Activation[] workers;
                lock (pool)
                    workers = [.. pool];
                foreach (var worker in workers)
                    yield return worker;
            }
        }
    }

    /// <summary>An idle worker, else a new one while there may be more, else the least busy.</summary>
    public Activation? Choose(string key)
    {
        var pool = pools.GetOrAdd(key, static _ => []);
        lock (pool)
        {
            Activation? best = null;
            foreach (var worker in pool)
            {
                if (best is null || worker.Load < best.Load)
                    best = worker;
            }

            if (best is not { Load: 0 } && pool.Count < workersMax && !grainClass.Engine.IsStopping)
                pool.Add(best = new Activation(grainClass, key));
            best?.AddLoad(1);
            return best;
        }
    }

    public void Remove(Activation activation)
    {
        if (!pools.TryGetValue(activation.Key, out var pool))
            return;
        lock (pool)
            pool.Remove(activation);
    }
}
