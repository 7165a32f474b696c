using Actors.Grains.Messages;
using Actors.Grains.Thresholds;

namespace Actors.Grains.Tests.Messages;

/// <summary>What servers report of a message after they took it, and when it is on record that they did.</summary>
public sealed class MessageHearTests
{
    private static readonly Verdict Gone = new("invalid_recipient", true, "recipient", "r");
    private static readonly Verdict Full = new("mailbox_full", false, "recipient", "r");
    private static readonly Verdict Blocked = new("mail_block", false, "sender_ip", "r");
    private static readonly LateReport Bounce = new LateReport.Bounce(Mails.Unknown, Gone, "mx.example.com");

    [Theory]
    [InlineData(MessagePhase.Scheduled)]
    [InlineData(MessagePhase.Accepted)]
    [InlineData(MessagePhase.Attempting)]
    [InlineData(MessagePhase.Deferred)]
    [InlineData(MessagePhase.Held)]
    public void a_bounce_before_the_delivery_is_on_record_proves_it(MessagePhase phase)
    {
        var before = Mails.In(phase);
        var after = before.With(Hear(before));

        Hear(before).Select(e => e.GetType().Name).ShouldBe(["Delivered", "LateBounced"]);
        (after.Phase, after.DueAt, after.LateVerdict).ShouldBe((MessagePhase.Delivered, null, Gone));
        Hear(after).ShouldBeEmpty();
        MessageRules.Wake(after, after.Deadline).ShouldBeEmpty();
        after.Report(before.Told(new AttemptOutcome.Permanent(Mails.Unknown))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MessagePhase.Accepted)]
    [InlineData(MessagePhase.Attempting)]
    [InlineData(MessagePhase.Deferred)]
    public void the_servers_own_answer_is_kept_when_it_comes_after_the_bounce_and_counts_for_nothing(MessagePhase phase)
    {
        var before = Mails.In(phase);
        var after = before.With(Hear(before));
        var answer = before.Told(new AttemptOutcome.Delivered(Mails.Ok)) with
        {
            Trace = new AttemptTrace("mx.example.com", "192.0.2.1:25", null, "FinalDot", TimeSpan.FromSeconds(9)),
        };
        var kept = after.Report(answer).ShouldHaveSingleItem();
        kept.GetType().Name.ShouldBe("DeliveryConfirmed");
        HealthEvents.Of(kept).IsNothing.ShouldBeTrue();
        var confirmed = after.With(kept);
        (confirmed.Phase, confirmed.LastReply, confirmed.DueAt).ShouldBe((MessagePhase.Delivered, Mails.Ok, null));
        confirmed.Report(answer).ShouldBeEmpty();
        Hear(confirmed).ShouldBeEmpty();
    }

    [Fact]
    public void it_is_of_the_attempt_that_may_be_under_way_else_of_the_last()
    {
        var deferred = Mails.In(MessagePhase.Deferred);
        AttemptOf(Mails.Accepted()).ShouldBe(1);
        AttemptOf(deferred).ShouldBe(1);
        AttemptOf(deferred, deferred.DueAt).ShouldBe(2);
        AttemptOf(Mails.In(MessagePhase.Held)).ShouldBe(1);
    }

    [Fact]
    public void what_has_failed_or_was_not_sent_bounces_no_second_time()
    {
        foreach (var phase in new[] { MessagePhase.Bounced, MessagePhase.Suppressed, MessagePhase.Cancelled })
            Hear(Mails.In(phase)).ShouldBeEmpty();
    }

    [Fact]
    public void what_has_expired_bounces_unless_it_failed_by_its_recipient_as_gravely_already()
    {
        Hear(Expired(null)).ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.LateBounced>();
        Hear(Expired(Blocked)).ShouldHaveSingleItem();
        Hear(Expired(Gone)).ShouldBeEmpty();
        HearSoft(Expired(null)).ShouldHaveSingleItem();
        HearSoft(Expired(Full)).ShouldBeEmpty();
    }

    [Fact]
    public void a_hard_failure_is_heard_after_a_soft_one_and_ends_nothing_a_second_time()
    {
        var full = new AttemptOutcome.Permanent(Mails.FullForGood);
        var refused = Mails.Accepted().With(Mails.Accepted().Report(full));
        var late = Mails.In(MessagePhase.Delivered);
        late = late.With(HearSoft(late));
        foreach (var soft in new[] { Expired(Full), refused, UsedUp(), late })
        {
            HearSoft(soft).ShouldBeEmpty();
            var after = soft.With(Hear(soft));
            Hear(soft).ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.LateBounced>().Verdict.ShouldBe(Gone);
            (after.Phase, after.DueAt, after.LateVerdict).ShouldBe((soft.Phase, null, Gone));
            Hear(after).ShouldBeEmpty();
            HearSoft(after).ShouldBeEmpty();
        }
    }

    [Fact]
    public void what_was_refused_by_no_fault_of_its_recipient_bounces_by_one()
    {
        var blocked = Mails.In(MessagePhase.Bounced) with { LastVerdict = Blocked };
        HearSoft(blocked).ShouldHaveSingleItem();
        Hear(blocked).ShouldHaveSingleItem();
        Hear(blocked, new LateReport.Bounce(Mails.Unknown, Blocked, null)).ShouldBeEmpty();
    }

    private static MessageState Expired(Verdict? verdict)
    {
        var state = Mails.In(MessagePhase.Deferred) with { LastVerdict = verdict };
        return state.With([.. MessageRules.Wake(state, state.Deadline)]);
    }

    private static int AttemptOf(MessageState state, DateTimeOffset? at = null) =>
        Hear(state, at)[0].ShouldBeOfType<MessageEvent.Delivered>().Attempt;

    private static MessageState UsedUp() =>
        Life.Of(Mails.Accepted(), _ => new AttemptOutcome.Transient(Mails.Full, null)).State;

    private static MessageEvent[] Hear(MessageState state, DateTimeOffset? at = null) => Hear(state, Bounce, at);

    private static MessageEvent[] HearSoft(MessageState state) =>
        Hear(state, new LateReport.Bounce(Mails.FullForGood, Full, null));

    private static MessageEvent[] Hear(MessageState state, LateReport report, DateTimeOffset? at = null) =>
        [.. MessageRules.Hear(state, report, at ?? Mails.Noon)];
}
