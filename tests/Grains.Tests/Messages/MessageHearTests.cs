using Actors.Grains.Messages;

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
        foreach (var outcome in new AttemptOutcome[]
            { new AttemptOutcome.Permanent(Mails.Unknown), new AttemptOutcome.Delivered(Mails.Ok) })
            after.Report(before.Told(outcome)).ShouldBeEmpty();
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
    public void what_has_expired_bounces_unless_it_failed_by_its_recipient_already()
    {
        Hear(Expired(null)).ShouldHaveSingleItem().ShouldBeOfType<MessageEvent.LateBounced>();
        Hear(Expired(Blocked)).ShouldHaveSingleItem();
        Hear(Expired(Full)).ShouldBeEmpty();
        Hear(Expired(Gone)).ShouldBeEmpty();
    }

    private static MessageState Expired(Verdict? verdict)
    {
        var state = Mails.In(MessagePhase.Deferred) with { LastVerdict = verdict };
        return state.With([.. MessageRules.Wake(state, state.Deadline)]);
    }

    private static int AttemptOf(MessageState state, DateTimeOffset? at = null) =>
        Hear(state, at)[0].ShouldBeOfType<MessageEvent.Delivered>().Attempt;

    private static MessageEvent[] Hear(MessageState state, DateTimeOffset? at = null) =>
        [.. MessageRules.Hear(state, Bounce, at ?? Mails.Noon)];
}
