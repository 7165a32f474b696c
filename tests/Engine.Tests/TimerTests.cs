using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests;

public sealed class TimerTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task a_timer_ticks_when_due_and_then_each_period()
    {
        const string name = nameof(a_timer_ticks_when_due_and_then_each_period);
        var start = cluster.Time.GetUtcNow();
        await Clock(name).Start(5 * Second, 2 * Second, interleave: false, gate: null);
        cluster.Time.Advance(4 * Second);
        await Clock(name).Settle();
        Journal.Of(name).Lines.ShouldBeEmpty();
        cluster.Time.Advance(Second);
        for (var ticks = 1; ticks <= 3; ticks++)
        {
            await Journal.Of(name).Until(ticks);
            await Clock(name).Settle();
            cluster.Time.Advance(2 * Second);
        }

        (await Journal.Of(name).Until(4)).ShouldBe(
            [.. new[] { 5, 7, 9, 11 }.Select(after => $"tick {start + (after * Second):HH:mm:ss}")]);
        await Clock(name).Stop();
    }

    [Fact]
    public async Task a_tick_waits_until_the_running_call_is_over()
    {
        const string name = nameof(a_tick_waits_until_the_running_call_is_over);
        await Clock(name).Start(Second, Timeout.InfiniteTimeSpan, interleave: false, gate: null);
        var call = Clock(name).Wait(name);
        await Gate.Of(name).Arrival();
        cluster.Time.Advance(Second);
        Journal.Of(name).Lines.ShouldBeEmpty();
        Gate.Of(name).Open();
        await call.Soon();
        (await Journal.Of(name).Until(1)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task an_interleaving_tick_does_not_wait()
    {
        const string name = nameof(an_interleaving_tick_does_not_wait);
        await Clock(name).Start(Second, Timeout.InfiniteTimeSpan, interleave: true, gate: null);
        var call = Clock(name).Wait(name);
        await Gate.Of(name).Arrival();
        cluster.Time.Advance(Second);
        await Journal.Of(name).Until(1);
        Gate.Of(name).Open();
        await call.Soon();
    }

    [Fact]
    public async Task a_failed_tick_does_not_end_the_timer()
    {
        const string name = nameof(a_failed_tick_does_not_end_the_timer);
        await Clock(name).FailTicks();
        await Clock(name).Start(Second, Second, interleave: false, gate: null);
        for (var ticks = 1; ticks <= 3; ticks++)
        {
            cluster.Time.Advance(Second);
            await Journal.Of(name).Until(ticks);
            await Clock(name).Settle();
        }

        await Clock(name).Stop();
    }

    [Fact]
    public async Task a_changed_timer_keeps_its_new_times_and_a_disposed_one_is_silent()
    {
        const string name = nameof(a_changed_timer_keeps_its_new_times_and_a_disposed_one_is_silent);
        await Clock(name).Start(Second, Second, interleave: false, gate: null);
        await Clock(name).Change(10 * Second, Timeout.InfiniteTimeSpan);
        cluster.Time.Advance(9 * Second);
        await Clock(name).Settle();
        Journal.Of(name).Lines.ShouldBeEmpty();
        cluster.Time.Advance(Second);
        await Journal.Of(name).Until(1);
        await Clock(name).Stop();
        cluster.Time.Advance(60 * Second);
        await Clock(name).Settle();
        Journal.Of(name).Lines.Length.ShouldBe(1);
    }

    [Fact]
    public async Task a_timer_ends_with_its_activation()
    {
        const string name = nameof(a_timer_ends_with_its_activation);
        await Clock(name).Start(Second, Second, interleave: false, gate: null);
        await Clock(name).Leave();
        await Clock(name).Settle();
        cluster.Time.Advance(60 * Second);
        await Clock(name).Settle();
        Journal.Of(name).Lines.ShouldBeEmpty();
    }

    private IClockGrain Clock(string key) => cluster.Grains.GetGrain<IClockGrain>(key);
}
