using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>Goes through a flow again and again, and kills the process at each commit that it makes: before it is
/// stored, and when it is stored and nothing that follows from it is done.</summary>
internal sealed class EveryCommit(Func<GrainWorld, Flow> make)
{
    /// <summary>How long after the last step everything has been made up for: the longest wait is that for a look at
    /// DNS that was lost.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(12);

    /// <summary>How late the clock of settings may wake a grain.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <summary>Of the commits, the short form takes each so many-th, and begins with another in each of its
    /// rounds.</summary>
    private const int ShortFormStride = 6;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("ACTORS_LONG") == "1";

    /// <returns>How often a process was killed.</returns>
    public async Task<int> Run()
    {
        var (expected, _) = await Live(0, stores: false, givesUp: false);
        var (kills, rounds) = (0, 0);
        foreach (var stores in (bool[])[false, true])
            foreach (var givesUp in (bool[])[false, true])
                for (var commit = First(rounds++); ; commit += IsLong ? 1 : ShortFormStride, kills++)
                {
                    var (outcome, died) = await Live(commit, stores, givesUp);
                    if (!died)
                        break;
                    if (!givesUp)
                        outcome.ShouldBe(expected, Where(commit, stores, givesUp));
                }

        return kills;
    }

    private static int First(int round) => IsLong ? 1 : 1 + round % ShortFormStride;

    private async Task<(string Outcome, bool Died)> Live(int commit, bool stores, bool givesUp)
    {
        await using var world = await GrainWorld.Start();
        world.StartClock();
        var flow = make(world);
        flow.Prepare();
        world.Settle();
        world.Store.Fuse.Light(commit, stores);
        try
        {
            var died = await Go(world, flow, givesUp);
            world.Store.Fuse.Replace();
            world.AdvanceTo(world.Time.GetUtcNow() + Calm, Calm / 2);
            var overdue = await world.Store.Settings.Read(world.Time.GetUtcNow() - Late, null, 10);
            overdue.ShouldBeEmpty("an alarm was missed");
            flow.Check();
            return (givesUp ? "" : string.Join('\n', flow.Outcome()), died);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException(Where(commit, stores, givesUp), fault);
        }
    }

    /// <returns>Whether the process died.</returns>
    private static async Task<bool> Go(GrainWorld world, Flow flow, bool givesUp)
    {
        var died = false;
        foreach (var step in flow.Steps)
        {
            try
            {
                step();
            }
            catch (ProcessDiedException)
            {
                died = true;
                await world.Crash();
                if (givesUp)
                    break;
                step();
            }
        }

        return died;
    }

    private static string Where(int commit, bool stores, bool givesUp) =>
        $"killed {(stores ? "after" : "before")} commit {commit}{(givesUp ? ", and the client gave up" : "")}";
}
