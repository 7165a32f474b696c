using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests;

public sealed class ReminderTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task a_reminder_ticks_every_hour_for_four_days_though_its_grain_leaves()
    {
        const string name = nameof(a_reminder_ticks_every_hour_for_four_days_though_its_grain_leaves);
        var start = cluster.Time.GetUtcNow();
        await Clock(name).Remind("hourly", Hour, Hour);
        for (var hour = 1; hour <= 96; hour++)
        {
            if (hour % 10 == 0)
                await Clock(name).Leave();
            await cluster.Time.Armed(start + (hour * Hour)).Soon();
            cluster.Time.Advance(Hour);
            await Journal.Of(name).Until(hour);
        }

        Journal.Of(name).Lines.ShouldBe(
            [.. Enumerable.Range(1, 96).Select(hour => $"hourly {start + (hour * Hour):dd.HH:mm:ss}")]);
        await Clock(name).Forget("hourly");
    }

    [Fact]
    public async Task a_removed_reminder_is_silent()
    {
        const string name = nameof(a_removed_reminder_is_silent);
        await Clock(name).Remind("once", Hour, Hour);
        (await Clock(name).Reminders()).ShouldBe(["once"]);
        await Clock(name).Forget("once");
        cluster.Time.Advance(24 * Hour);
        await Clock(name).Settle();
        (await Clock(name).Reminders()).ShouldBeEmpty();
        Journal.Of(name).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_reminder_set_anew_keeps_only_its_new_times()
    {
        const string name = nameof(a_reminder_set_anew_keeps_only_its_new_times);
        var start = cluster.Time.GetUtcNow();
        await Clock(name).Remind("one", Hour, Hour);
        await Clock(name).Remind("one", 3 * Hour, 5 * Hour);
        await cluster.Time.Armed(start + (3 * Hour)).Soon();
        cluster.Time.Advance(3 * Hour);
        (await Journal.Of(name).Until(1)).ShouldBe([$"one {start + (3 * Hour):dd.HH:mm:ss}"]);
        await Clock(name).Forget("one");
    }

    [Fact]
    public async Task a_period_under_a_minute_is_refused() => await Should.ThrowAsync<ArgumentException>(
        () => Clock(nameof(a_period_under_a_minute_is_refused)).Remind(
            "fast", TimeSpan.Zero, TimeSpan.FromSeconds(59)));

    private IClockGrain Clock(string key) => cluster.Grains.GetGrain<IClockGrain>(key);
}
