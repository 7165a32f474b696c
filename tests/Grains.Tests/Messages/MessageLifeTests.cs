using Actors.Grains.Messages;
using Actors.Mail.Replies;

namespace Actors.Grains.Tests.Messages;

public sealed class MessageLifeTests
{
    private static readonly double[] FourDays =
        [15, 30, 60, 120, .. Enumerable.Repeat(240.0, 22)];

    [Fact]
    public void a_mailbox_that_stays_full_is_given_up_after_four_days()
    {
        var life = Life.Of(Mails.Accepted(), _ => new AttemptOutcome.Transient(Mails.Full, null));

        life.Minutes.ShouldBe(FourDays);
        life.Attempts.ShouldBe(27);
        life.Events.Take(26).ShouldAllBe(e => e is MessageEvent.Deferred);
        life.Events[26].ShouldBe(new MessageEvent.Bounced(
            27, Mails.Full, AttemptTrace.None, new Verdict("mailbox_full", false, "recipient", "mailbox.full"),
            AttemptsUsedUp: true)
        { At = Mails.Noon.AddHours(91.75) });
        life.Events.Count.ShouldBe(27);
    }

    [Fact]
    public void the_sandbox_lives_four_days_in_a_hundred_seconds()
    {
        var life = Life.Of(
            Mails.Accepted(timeScale: 3_600), _ => new AttemptOutcome.Transient(Mails.Full, null));

        life.Attempts.ShouldBe(27);
        life.Minutes.Select(minutes => minutes * 60).ShouldBe(FourDays.Select(m => m / 60), tolerance: 1e-6);
        life.Events[^1].ShouldBeOfType<MessageEvent.Bounced>();
        (life.Ended - Mails.Noon).ShouldBeLessThan(TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void a_greylisted_message_is_delivered_at_the_second_attempt()
    {
        var life = Life.Of(Mails.Accepted(), n => n == 1
            ? new AttemptOutcome.Transient(Mails.Greylisted, null)
            : new AttemptOutcome.Delivered(Mails.Ok));

        life.Minutes.ShouldBe([15]);
        life.Events.Select(e => e.GetType().Name).ShouldBe(["Deferred", "Delivered"]);
        life.State.Attempts.ShouldBe(2);
    }

    [Fact]
    public void a_scheduled_message_waits_for_its_time()
    {
        var life = Life.Of(Mails.In(MessagePhase.Scheduled), _ => new AttemptOutcome.Delivered(Mails.Ok));

        life.Ended.ShouldBe(Mails.Noon.AddHours(3));
        life.State.Phase.ShouldBe(MessagePhase.Delivered);
    }

    [Fact]
    public void jitter_at_its_worst_ends_as_expired_at_the_deadline()
    {
        var life = Life.Of(
            Mails.Accepted(), _ => new AttemptOutcome.Transient(Mails.Full, null), chance: 1 - 1e-12);

        life.Ended.ShouldBe(Mails.Noon.AddDays(4));
        life.Events[^1].ShouldBe(new MessageEvent.Expired(
            Mails.Full, new Verdict("mailbox_full", false, "recipient", "mailbox.full"))
        { At = Mails.Noon.AddDays(4) });
    }

    [Fact]
    public void a_route_with_a_delay_of_its_own_is_followed_before_the_schedule()
    {
        var life = Life.Of(
            Mails.Accepted(), _ => new AttemptOutcome.Transient(Mails.Full, TimeSpan.FromSeconds(5)));

        life.Minutes.ShouldBe(Enumerable.Repeat(5 / 60.0, 26), tolerance: 1e-9);
        life.Events[^1].ShouldBeOfType<MessageEvent.Bounced>().AttemptsUsedUp.ShouldBeTrue();
    }

    [Theory]
    [InlineData("550 5.1.1 user unknown", null, "invalid_recipient", true, "recipient", "recipient.unknown")]
    [InlineData("550 user unknown", "RcptTo", "invalid_recipient", true, "recipient", "recipient.unknown")]
    [InlineData("550 user unknown", "FinalDot", "mail_block", false, "policy", "recipient.filtered-without-status")]
    [InlineData("550 user unknown", "MailFrom", "mail_block", false, "policy", "sender.unknown-user")]
    [InlineData("554 go away", "Greeting", "mail_block", false, "sender_ip", "block.opening")]
    [InlineData("452 4.2.2 mailbox full", "RcptTo", "mailbox_full", false, "recipient", "mailbox.full")]
    [InlineData("554 5.7.1 message looks like spam", null, "spam_content", false, "content", "spam.certain")]
    [InlineData("550 5.7.1 no", null, "mail_block", false, "policy", "status.security")]
    [InlineData("451 4.4.1 no answer", null, "timeout", false, "system", "timeout.no-answer")]
    [InlineData("550 no", null, "generic_bounce", false, "system", "code.unexplained")]
    [InlineData("354 what", null, "undetermined", false, "system", "reply.misplaced")]
    public void a_reply_is_read_as_category_hardness_and_scope(
        string text, string? stage, string category, bool hard, string scope, string rule)
    {
        Reply.TryParse(text, out var reply).ShouldBeTrue();

        Verdicts.Of(reply!, stage).ShouldBe(new Verdict(category, hard, scope, rule));
    }
}
