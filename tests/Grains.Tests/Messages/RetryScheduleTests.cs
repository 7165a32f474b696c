using Actors.Grains.Messages;

namespace Actors.Grains.Tests.Messages;

public sealed class RetryScheduleTests
{
    private static readonly double[] FourDays =
    [
        15, 30, 60, 120,
        240, 240, 240, 240, 240, 240, 240, 240, 240, 240, 240,
        240, 240, 240, 240, 240, 240, 240, 240, 240, 240, 240,
    ];

    [Fact]
    public void the_schedule_is_four_tries_in_two_hours_then_one_every_four() =>
        Minutes(chance: 0.5).ShouldBe(FourDays);

    [Fact]
    public void chance_moves_each_delay_by_a_tenth_at_most()
    {
        Minutes(chance: 0).ShouldBe(FourDays.Select(minutes => minutes * 0.9), tolerance: 1e-9);
        Minutes(chance: 1 - 1e-12).ShouldBe(FourDays.Select(minutes => minutes * 1.1), tolerance: 1e-6);
    }

    [Fact]
    public void after_the_last_delay_no_attempt_follows()
    {
        RetrySchedule.Default.DelayAfter(26, 0.5).ShouldBe(TimeSpan.FromHours(4));
        RetrySchedule.Default.DelayAfter(27, 0.5).ShouldBeNull();
        RetrySchedule.Default.DelayAfter(int.MaxValue, 0.5).ShouldBeNull();
    }

    [Fact]
    public void the_schedule_ends_before_the_deadline_of_four_days() =>
        TimeSpan.FromMinutes(Minutes(chance: 0.5).Sum()).ShouldBe(new TimeSpan(3, 19, 45, 0));

    private static double[] Minutes(double chance) =>
        [.. Enumerable.Range(1, 26).Select(n => RetrySchedule.Default.DelayAfter(n, chance)!.Value.TotalMinutes)];
}
