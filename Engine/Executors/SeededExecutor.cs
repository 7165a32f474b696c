namespace Actors.Engine;

/// <summary>Simulation: one thread, and the seed decides which activation takes the next turn.</summary>
/// <remarks>The same seed and the same calls give the same order of turns, in every run and on every machine.</remarks>
public sealed class SeededExecutor : ITurnExecutor
{
    private readonly Lock gate = new();
    private readonly List<IThreadPoolWorkItem> runnable = [];
    private readonly Action<string>? trace;
    private ulong state;

    /// <param name="seed">Any number; print it when a test fails.</param>
    /// <param name="trace">Told the identity of the grain before each of its turns; null for silence.</param>
    public SeededExecutor(int seed, Action<string>? trace = null)
    {
        Seed = seed;
        state = unchecked((ulong)seed);
        this.trace = trace;
    }

    /// <summary>What reproduces the order.</summary>
    public int Seed { get; }

    /// <summary>One, so that every turn is a choice of the seed.</summary>
    public int TurnsPerRun => 1;

    /// <inheritdoc/>
    public void Schedule(IThreadPoolWorkItem activation)
    {
        lock (gate)
            runnable.Add(activation);
    }

    /// <summary>Runs one turn of one runnable activation.</summary>
    /// <returns>False when none is runnable.</returns>
    public bool RunOne()
    {
        IThreadPoolWorkItem chosen;
        lock (gate)
        {
            if (runnable.Count == 0)
                return false;
            var index = (int)(Next() % (ulong)runnable.Count);
            chosen = runnable[index];
            runnable[index] = runnable[^1];
            runnable.RemoveAt(runnable.Count - 1);
        }

        trace?.Invoke(chosen.ToString() ?? "");
        chosen.Execute();
        return true;
    }

    /// <summary>Runs turns until nothing is runnable: all that is left waits for time or for the outside.</summary>
    /// <param name="turnsMax">Ends a simulation that never comes to rest.</param>
    /// <returns>Turns taken.</returns>
    /// <exception cref="InvalidOperationException">Not at rest after <paramref name="turnsMax"/> turns.</exception>
    public int RunUntilIdle(int turnsMax = 10_000_000)
    {
        for (var turns = 0; turns < turnsMax; turns++)
        {
            if (!RunOne())
                return turns;
        }

        throw new InvalidOperationException($"Seed {Seed}: not at rest after {turnsMax} turns.");
    }

    /// <summary>SplitMix64: small, fast, and fixed here so that no runtime version changes a recorded order.</summary>
    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
