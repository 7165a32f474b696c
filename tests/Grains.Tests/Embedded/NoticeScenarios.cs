using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Who is told by mail that a message has failed for good.</summary>
public sealed class NoticeScenarios : Scenario
{
    private static readonly EmailAddress Submitter = EmailAddress.Parse("app@shop.example");

    [Fact]
    public void a_bounce_is_reported_once_to_the_envelopes_sender()
    {
        var failed = Fail(OverSmtp());

        World.Settle();

        World.EventsOf(failed).ShouldBe(["Accepted", "Bounced"]);
        var notice = Notices().ShouldHaveSingleItem();
        World.Store[notice].ReversePath.IsNull.ShouldBeTrue();
        World.Store[notice].Phase.ShouldBe(MessagePhase.Delivered);
        var text = World.Store.TextOf(notice);
        text.ShouldContain("Final-Recipient: rfc822; ann@example.com");
        text.ShouldContain("Status: 5.1.1");
        text.ShouldContain("To: app@shop.example");
        text.ShouldContain($"Last-Attempt-Date: {MailDate.Format(World.Store[failed].LastAttemptAt!.Value)}\r\n");
    }

    [Fact]
    public void a_message_that_expired_is_reported_with_what_the_last_server_said()
    {
        World.Run(World.SmtpAccount().SetNoticeOnFailure(true));
        Wire.Script = order => order.Recipient == Submitter ? Answer.Ok : Answer.Full;
        World.Send(OverSmtp() with { ExpiresIn = TimeSpan.FromHours(2) });

        World.Advance(TimeSpan.FromHours(3));

        var text = World.Store.TextOf(Notices().ShouldHaveSingleItem());
        text.ShouldContain("Status: 5.4.7");
        text.ShouldContain("452 4.2.2");
        text.ShouldContain("\r\nLast-Attempt-Date: ");
    }

    [Fact]
    public void nobody_is_told_unless_the_account_wants_it()
    {
        Wire.Script = _ => Answer.Unknown;
        World.Send(OverSmtp());

        World.Advance(TimeSpan.FromHours(1));

        Notices().ShouldBeEmpty();
    }

    [Fact]
    public void what_came_over_http_or_without_a_sender_is_not_reported()
    {
        Fail(GrainWorld.Mail());
        Fail(OverSmtp() with { ReversePath = ReversePath.Null });

        World.Advance(TimeSpan.FromHours(1));

        Notices().ShouldBeEmpty();
    }

    [Fact]
    public void a_cancelled_message_has_not_failed()
    {
        World.Run(World.SmtpAccount().SetNoticeOnFailure(true));
        var message = World.Send(OverSmtp() with { SendAt = World.Time.GetUtcNow() + TimeSpan.FromHours(1) });
        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Done);

        World.Advance(TimeSpan.FromHours(2));

        Notices().ShouldBeEmpty();
    }

    [Fact]
    public void a_notice_that_fails_is_not_reported_itself()
    {
        World.Run(World.SmtpAccount().SetNoticeOnFailure(true));
        Wire.Script = _ => Answer.Unknown;
        World.Send(OverSmtp());

        World.Advance(TimeSpan.FromHours(1));

        World.Store[Notices().ShouldHaveSingleItem()].Phase.ShouldBe(MessagePhase.Bounced);
    }

    [Fact]
    public async Task a_crash_between_the_bounce_and_its_notice_loses_none()
    {
        World.Run(World.SmtpAccount().SetNoticeOnFailure(true));
        Wire.Script = order => order.Recipient == Submitter ? Answer.Ok : Answer.Unknown;
        World.Store.HoldEffects = true;
        World.Send(OverSmtp());
        World.Settle();
        Notices().ShouldBeEmpty();

        await World.Crash();
        World.Store.HoldEffects = false;
        World.Advance(TimeSpan.FromMinutes(5));

        Notices().Length.ShouldBe(1);
    }

    [Fact]
    public void an_effect_that_cannot_be_erased_is_carried_out_again_and_sends_no_second_notice()
    {
        World.Store.FailNextRemovals(3);
        Fail(OverSmtp());

        World.Advance(TimeSpan.FromMinutes(10));

        Notices().Length.ShouldBe(1);
        World.Store.EffectsLeft.ShouldBe(0);
    }

    private static SubmitCommand OverSmtp() =>
        GrainWorld.Mail() with { ReversePath = ReversePath.Of(Submitter) };

    private MessageKey Fail(SubmitCommand command)
    {
        World.Run(World.SmtpAccount().SetNoticeOnFailure(true));
        Wire.Script = order => order.Recipient == Submitter ? Answer.Ok : Answer.Unknown;
        return World.Send(command);
    }

    private MessageKey[] Notices() =>
        [.. World.Store.Messages.Where(message => World.Store[message].Recipient == Submitter)];
}
