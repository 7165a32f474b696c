using System.Runtime.ExceptionServices;

namespace Actors.Fuzzing;

/// <summary>Feeds one parser with bent input until the time is up.</summary>
public sealed class FuzzRun(FuzzTarget target, int seed, TimeProvider time)
{
    /// <summary>An input that takes longer is taken for one that never ends. The slowest takes some seconds of a
    /// processor, for which others wait, too.</summary>
    public static readonly TimeSpan HangAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly Mutator mutator = new(target, new Random(seed));
    private volatile byte[] current = [];
    private long rounds;
    private long octets;
    private volatile ExceptionDispatchInfo? failure;

    /// <exception cref="FuzzFailureException">An input made the parser throw, break a promise or hang.</exception>
    public FuzzReport Run(TimeSpan budget)
    {
        var worker = new Thread(() => Work(budget)) { IsBackground = true, Name = $"fuzz {target.Name}" };
        worker.Start();
        var (seen, looks) = (0L, 0); // looks, not a clock: it goes on while the machine stands still
        while (!worker.Join(Look))
        {
            var now = Volatile.Read(ref rounds);
            (seen, looks) = now == seen ? (seen, looks + 1) : (now, 0);
            if (looks * Look > HangAfter)
                throw Failure(new TimeoutException($"no end within {HangAfter.TotalSeconds} s"));
        }

        failure?.Throw();
        return new FuzzReport(target.Name, seed, rounds, octets);
    }

    private void Work(TimeSpan budget)
    {
        var start = time.GetTimestamp();
        try
        {
            foreach (var right in target.Seeds)
                Feed(right);
            while (time.GetElapsedTime(start) < budget)
                Feed(mutator.Next());
        }
        catch (Exception fault)
        {
            failure = ExceptionDispatchInfo.Capture(Failure(fault));
        }
    }

    private void Feed(byte[] input)
    {
        current = input;
        target.Run(input);
        Volatile.Write(ref rounds, rounds + 1);
        octets += input.Length;
    }

    private FuzzFailureException Failure(Exception cause) => new(target.Name, seed, rounds, current, cause);
}

/// <param name="Rounds">Inputs parsed.</param>
/// <param name="Octets">Their sizes together.</param>
public sealed record FuzzReport(string Target, int Seed, long Rounds, long Octets)
{
    public override string ToString() => $"{Target}: {Rounds} inputs, {Octets / 1024} KiB, seed {Seed}";
}
