using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;

namespace Actors.Engine.Tests;

public sealed class ActivationTests(TestCluster cluster) : IClassFixture<TestCluster>
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
    public async Task no_call_is_lost_and_no_two_activations_live_when_a_grain_leaves_after_every_call()
    {
        const string name = nameof(no_call_is_lost_and_no_two_activations_live_when_a_grain_leaves_after_every_call);
        var results = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(one => Task.Run(() =>
            cluster.Grains.GetGrain<IFickleGrain>($"{name}{one % 7}").Use(linger: one % 3 == 0)))).Soon();
        results.ShouldAllBe(one => one == 1);
    }

    private ILifeGrain Life(string key) => cluster.Grains.GetGrain<ILifeGrain>(key);
}
