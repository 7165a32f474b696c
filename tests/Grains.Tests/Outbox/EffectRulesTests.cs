using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;

namespace Actors.Grains.Tests.Outbox;

public sealed class EffectRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void the_time_between_tries_doubles_up_to_an_hour()
    {
        var minutes = Enumerable.Range(0, 9).Select(failures => (After(failures).DueAt - Now)?.TotalMinutes);
        minutes.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
        After(int.MaxValue - 1).DueAt.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public void the_first_failure_is_remembered()
    {
        After(0).FirstFailedAt.ShouldBe(Now);
        After(1, Now.AddHours(-1)).FirstFailedAt.ShouldBe(Now.AddHours(-1));
        After(1, Now.AddHours(-1)).Failures.ShouldBe(2);
    }

    [Fact]
    public void four_days_after_its_first_failure_it_is_given_up()
    {
        After(100, Now.AddDays(-4).AddTicks(1)).DueAt.ShouldNotBeNull();
        After(100, Now.AddDays(-4)).DueAt.ShouldBeNull();
    }

    [Fact]
    public void a_long_reason_is_cut()
    {
        After(0, reason: new string('x', 10_000)).Reason.Length.ShouldBe(OutboxLimits.EffectReasonMax);
        After(0, reason: "x").Reason.ShouldBe("InvalidOperationException: x");
    }

    private static EffectSetback After(int failures, DateTimeOffset? first = null, string reason = "broken") =>
        EffectRules.After(
            new StoredEffect(1, default, MessageEffect.FailureNotice, failures, first), Now,
            new InvalidOperationException(reason));
}
