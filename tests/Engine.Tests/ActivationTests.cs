using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests;

public sealed class ActivationTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    [Fact]
    public async Task a_grain_is_constructed_then_activated_then_called()
    {
        const string name = nameof(a_grain_is_constructed_then_activated_then_called);
        await Life(name).Instance();
        Journal.Of(name).Lines.ShouldBe(["constructed", "activated", "called"]);
    }

    [Fact]
    public async Task after_DeactivateOnIdle_the_next_call_meets_a_new_instance()
    {
        const string name = nameof(after_DeactivateOnIdle_the_next_call_meets_a_new_instance);
        var first = await Life(name).Instance();
        await Life(name).Leave();
        (await Life(name).Instance()).ShouldNotBe(first);
        Journal.Of(name).Lines.ShouldBe([
            "constructed", "activated", "called", "deactivated ApplicationRequested",
            "constructed", "activated", "called"]);
    }

    [Fact]
    public async Task a_call_that_comes_while_a_grain_leaves_waits_and_meets_the_next_instance()
    {
        const string name = nameof(a_call_that_comes_while_a_grain_leaves_waits_and_meets_the_next_instance);
        var first = await Life(name).Instance();
        var leaving = Life(name).LeaveAfter(name);
        await Gate.Of(name).Arrival();
        var next = Life(name).Instance();
        Gate.Of(name).Open();
        await leaving.Soon();
        (await next.Soon()).ShouldNotBe(first);
        Journal.Of(name).Lines.Skip(3).ShouldBe([
            "left", "deactivated ApplicationRequested", "constructed", "activated", "called"]);
    }

    [Fact]
    public async Task a_failed_activation_fails_the_call_and_the_next_call_tries_again()
    {
        var grain = cluster.Grains.GetGrain<IReluctantGrain>(
            nameof(a_failed_activation_fails_the_call_and_the_next_call_tries_again));
        var thrown = await Should.ThrowAsync<InvalidOperationException>(grain.Attempts);
        thrown.Message.ShouldBe("not yet");
        (await grain.Attempts()).ShouldBe(2);
    }

    [Fact]
    public async Task a_grain_that_leaves_after_every_call_is_there_for_the_next()
    {
        const string name = nameof(a_grain_that_leaves_after_every_call_is_there_for_the_next);
        await Task.WhenAll(Enumerable.Range(0, 7).Select(async one =>
        {
            for (var call = 0; call < 30; call++)
                (await cluster.Grains.GetGrain<IFickleGrain>($"{name}{one}").Use(linger: call % 3 == 0)).ShouldBe(1);
        })).Soon();
    }

    private ILifeGrain Life(string key) => cluster.Grains.GetGrain<ILifeGrain>(key);
}
