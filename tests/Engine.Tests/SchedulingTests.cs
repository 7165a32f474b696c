using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests;

public sealed class SchedulingTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    [Fact]
    public async Task only_one_turn_runs_at_a_time()
    {
        var grain = Turns(nameof(only_one_turn_runs_at_a_time));
        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(grain.Bump))).Soon();
        results.Order().ShouldBe(Enumerable.Range(1, 500));
    }

    [Fact]
    public async Task a_call_waits_until_the_call_before_it_is_over()
    {
        const string name = nameof(a_call_waits_until_the_call_before_it_is_over);
        var first = Turns(name).Wait(name);
        await Gate.Of(name).Arrival();
        var second = Turns(name).Bump();
        (await Turns(name).Peek()).ShouldBe(0);
        second.IsCompleted.ShouldBeFalse();
        Gate.Of(name).Open();
        await first.Soon();
        (await second.Soon()).ShouldBe(1);
    }

    [Fact]
    public async Task readers_join_readers_and_writers_wait_for_them()
    {
        const string name = nameof(readers_join_readers_and_writers_wait_for_them);
        var first = Turns(name).Read(name);
        await Gate.Of(name).Arrival();
        var second = Turns(name).Read(name);
        await Gate.Of(name).Arrival();
        var writer = Turns(name).Bump();
        (await Turns(name).Peek()).ShouldBe(0);
        Gate.Of(name).Open();
        await Task.WhenAll(first, second, writer).Soon();
        (await Turns(name).Peek()).ShouldBe(1);
    }

    [Fact]
    public async Task calls_of_a_reentrant_grain_interleave()
    {
        const string name = nameof(calls_of_a_reentrant_grain_interleave);
        var grain = cluster.Grains.GetGrain<IReentrantGrain>(name);
        var first = grain.Wait(name);
        var second = grain.Wait(name);
        await Gate.Of(name).Arrival();
        await Gate.Of(name).Arrival();
        (await grain.CallMyself(5).Soon()).ShouldBe(5);
        Gate.Of(name).Open();
        await Task.WhenAll(first, second).Soon();
    }

    [Fact]
    public async Task a_stateless_worker_has_as_many_activations_as_it_says()
    {
        const string name = nameof(a_stateless_worker_has_as_many_activations_as_it_says);
        var grain = cluster.Grains.GetGrain<IWorkerGrain>(name);
        var calls = Enumerable.Range(0, 5).Select(_ => grain.Work(name)).ToArray();
        for (var i = 0; i < 3; i++)
            await Gate.Of(name).Arrival();
        calls.ShouldAllBe(one => !one.IsCompleted);
        Gate.Of(name).Open();
        await Task.WhenAll(calls).Soon();
    }

    [Fact]
    public async Task continuations_and_started_tasks_stay_inside_the_grain() =>
        (await Turns(nameof(continuations_and_started_tasks_stay_inside_the_grain)).StaysInside()).ShouldBeTrue();

    private ITurnGrain Turns(string key) => cluster.Grains.GetGrain<ITurnGrain>(key);
}
