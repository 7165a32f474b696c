using Actors.Engine.Tests.Grains;

namespace Actors.Engine.Tests.Embedded;

public sealed class SeededExecutorTests
{
    [Fact]
    public async Task the_same_seed_takes_the_same_turns_and_another_seed_takes_others()
    {
        var first = await TraceOf(17);
        (await TraceOf(17)).ShouldBe(first);
        (await TraceOf(18)).ShouldNotBe(first);
        first.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task timers_and_reminders_tick_only_in_turns_the_executor_takes()
    {
        await using var seeded = await SeededCluster.Start(5);
        for (var i = 0; i < 20; i++)
        {
            var clock = seeded.Grains.GetGrain<IClockGrain>($"clock{i}");
            _ = clock.Start(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), interleave: i % 2 == 0, gate: null);
            _ = clock.Remind("r", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        }

        seeded.Executor.RunUntilIdle();
        for (var i = 0; i < 180; i++)
        {
            seeded.Time.Advance(TimeSpan.FromSeconds(1));
            seeded.Executor.RunUntilIdle();
        }

        for (var i = 0; i < 20; i++)
        {
            var lines = Harness.Journal.Of($"clock{i}").Lines;
            lines.Count(static one => one.StartsWith("tick", StringComparison.Ordinal)).ShouldBe(180);
            lines.Count(static one => one.StartsWith('r')).ShouldBe(3);
        }
    }

    [Fact]
    public async Task under_any_order_of_turns_no_call_is_lost()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            await using var seeded = await SeededCluster.Start(seed);
            var calls = Enumerable.Range(0, 60).Select(one =>
                seeded.Grains.GetGrain<IFickleGrain>($"order{seed}/{one % 5}").Use(one % 2 == 0)).ToArray();
            seeded.Finish(Task.WhenAll(calls)).ShouldAllBe(static one => one == 1);
        }
    }

    [Fact]
    public void a_simulation_that_never_rests_is_ended()
    {
        var executor = new SeededExecutor(1);
        executor.Schedule(new Forever(executor));
        Should.Throw<InvalidOperationException>(() => executor.RunUntilIdle(turnsMax: 1000));
    }

    private static async Task<List<string>> TraceOf(int seed)
    {
        await using var seeded = await SeededCluster.Start(seed);
        var calls = Enumerable.Range(0, 40)
            .Select(one => seeded.Grains.GetGrain<ITurnGrain>($"t{one % 8}").Bump())
            .Append(seeded.Grains.GetGrain<IProbeGrain>("p0").Relay(["p1", "p2", "p3"]));
        seeded.Finish(Task.WhenAll(calls));
        return seeded.Trace;
    }

    private sealed class Forever(SeededExecutor executor) : IThreadPoolWorkItem
    {
        public void Execute() => executor.Schedule(this);
    }
}
