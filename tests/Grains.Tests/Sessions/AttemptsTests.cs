using Actors.Grains.Sessions;

namespace Actors.Grains.Tests.Sessions;

public sealed class AttemptsTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void twenty_go_at_once_then_one_in_half_a_minute()
    {
        var attempts = Take(default, 20, Now);
        attempts.Take(Now).Wait.ShouldBe(TimeSpan.FromSeconds(30));
        attempts.Take(Now.AddSeconds(20)).Wait.ShouldBe(TimeSpan.FromSeconds(10));
        var (next, wait) = attempts.Take(Now.AddSeconds(30));
        wait.ShouldBe(TimeSpan.Zero);
        next.Take(Now.AddSeconds(30)).Wait.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void a_refused_attempt_does_not_count() =>
        Take(default, 100, Now).Take(Now.AddSeconds(30)).Wait.ShouldBe(TimeSpan.Zero);

    [Fact]
    public void what_was_right_is_given_back() =>
        Take(default, 20, Now).GiveBack().Take(Now).Wait.ShouldBe(TimeSpan.Zero);

    [Fact]
    public void a_clock_that_is_set_back_forgets_nothing() =>
        Take(default, 20, Now).Take(Now.AddHours(-1)).Wait.ShouldBe(TimeSpan.FromSeconds(30));

    private static Attempts Take(Attempts attempts, int times, DateTimeOffset now) =>
        Enumerable.Range(0, times).Aggregate(attempts, (so, _) => so.Take(now).Next);
}
