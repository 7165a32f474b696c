using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests.Embedded;

public sealed class StopTests
{
    [Fact]
    public async Task a_stop_deactivates_every_grain()
    {
        const string name = nameof(a_stop_deactivates_every_grain);
        await using var seeded = await SeededCluster.Start(1);
        seeded.Finish(seeded.Grains.GetGrain<ILifeGrain>(name).Instance());
        await seeded.Cluster.StopAllSilosAsync();
        Journal.Of(name).Lines[^1].ShouldBe("deactivated ShuttingDown");
    }

    [Fact]
    public async Task a_stopped_engine_refuses_calls()
    {
        await using var seeded = await SeededCluster.Start(1);
        var grain = seeded.Grains.GetGrain<IProbeGrain>(nameof(a_stopped_engine_refuses_calls));
        await seeded.Cluster.StopAllSilosAsync();
        await Should.ThrowAsync<SiloUnavailableException>(grain.Key);
    }

    [Fact]
    public async Task a_stop_waits_for_running_calls()
    {
        const string name = nameof(a_stop_waits_for_running_calls);
        var cluster = new ConformanceCluster();
        await cluster.InitializeAsync();
        var call = cluster.Grains.GetGrain<ILifeGrain>(name).LeaveAfter(name);
        await Gate.Of(name).Arrival();
        var stopping = cluster.Cluster.StopAllSilosAsync();
        stopping.IsCompleted.ShouldBeFalse();
        Gate.Of(name).Open();
        await stopping.Soon();
        await call.Soon();
        Journal.Of(name).Lines.ShouldContain("left");
    }

    [Fact]
    public async Task a_stop_does_not_wait_longer_than_its_token()
    {
        const string name = nameof(a_stop_does_not_wait_longer_than_its_token);
        var cluster = new ConformanceCluster();
        await cluster.InitializeAsync();
        var call = cluster.Grains.GetGrain<IProbeGrain>(name).Wait(name);
        await Gate.Of(name).Arrival();
        using var patience = new CancellationTokenSource();
        var stopping = cluster.Cluster.Silos[0].SiloHost.StopAsync(patience.Token);
        stopping.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await stopping.Settled();
        await Should.ThrowAsync<SiloUnavailableException>(call.Soon());
        await cluster.DisposeAsync();
    }

    [Fact]
    public async Task a_killed_engine_tells_only_the_callers()
    {
        const string name = nameof(a_killed_engine_tells_only_the_callers);
        var cluster = new ConformanceCluster();
        await cluster.InitializeAsync();
        await cluster.Grains.GetGrain<ILifeGrain>(name).Instance();
        var call = cluster.Grains.GetGrain<IProbeGrain>(name).Wait(name);
        await Gate.Of(name).Arrival();
        await cluster.Cluster.KillSiloAsync(cluster.Cluster.Silos[0]).Soon();
        await Should.ThrowAsync<SiloUnavailableException>(call.Soon());
        Journal.Of(name).Lines[^1].ShouldBe("called");
    }

    [Fact]
    public async Task reminders_that_a_table_keeps_tick_after_a_restart()
    {
        const string name = nameof(reminders_that_a_table_keeps_tick_after_a_restart);
        var table = new InMemoryReminderTable();
        await using (var before = await Start())
        {
            _ = before.Grains.GetGrain<IClockGrain>(name).Remind("r", TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            before.Executor.RunUntilIdle();
        }

        await using var after = await Start();
        after.Time.Advance(TimeSpan.FromHours(1));
        after.Executor.RunUntilIdle();
        Journal.Of(name).Lines.Length.ShouldBe(1);

        Task<SeededCluster> Start() => SeededCluster.Start(1, silo =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IReminderTable>(
                silo.Services, table));
    }
}
