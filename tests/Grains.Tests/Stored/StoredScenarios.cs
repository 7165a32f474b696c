using Actors.Grains.Messages;
using Actors.Grains.Tests.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Stored;

/// <summary>The same grains on threads, over the store that production uses, waiting for the events it
/// stores.</summary>
public sealed class StoredScenarios : IAsyncLifetime
{
    private readonly StoredWorld world = new();

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task a_message_is_stored_with_every_step_of_its_life()
    {
        world.Answers = order => order.Attempt == 1
            ? Answer.Greylisted with { Outcome = new AttemptOutcome.Transient(Mails.Greylisted, TimeSpan.Zero) }
            : Answer.Ok;

        var message = await world.Send();

        (await world.EventsUntil("message.delivered", message)).ShouldBe(
            ["message.accepted", "message.deferred", "message.delivered"]);
        var view = (await world.Reader.Message(Shop.Tenant, message.Message)).ShouldNotBeNull();
        view.Attempts.ShouldBe(2);
        view.LastReply.ShouldBe("250 2.0.0 queued");
    }

    [Fact]
    public async Task a_paused_account_holds_and_a_resumed_one_releases()
    {
        await world.SmtpAccount.SetPaused(true);
        var message = await world.Send();
        await world.EventsUntil("message.held", message);

        await world.SmtpAccount.SetPaused(false);

        (await world.EventsUntil("message.delivered", message)).ShouldBe(
            ["message.accepted", "message.held", "message.released", "message.delivered"]);
    }

    [Fact]
    public async Task a_failure_is_reported_to_a_submitter_who_wants_it()
    {
        var submitter = EmailAddress.Parse("app@shop.example");
        await world.SmtpAccount.SetNoticeOnFailure(true);
        world.Answers = order => order.Recipient == submitter ? Answer.Ok : Answer.Unknown;

        var failed = await world.Send(Shop.Mail() with { ReversePath = ReversePath.Of(submitter) });
        var notice = await world.OtherThan(failed);

        (await world.EventsUntil("message.delivered", notice)).ShouldBe(["message.accepted", "message.delivered"]);
        (await world.Reader.Message(Shop.Tenant, notice.Message)).ShouldNotBeNull().Recipient.ShouldBe(submitter);
        (await world.EventsUntil("message.bounced", failed)).ShouldBe(["message.accepted", "message.bounced"]);
    }

    [Fact]
    public async Task a_crash_with_policy_hold_leaves_doubt_and_with_policy_retry_another_attempt()
    {
        world.Answers = _ => Answer.Stalls;
        var careful = await world.Send(Shop.Mail() with { OnUncertain = OnUncertain.Hold });
        var plain = await world.Send();
        await world.EventsUntil("message.attempt_started", careful);
        world.Answers = _ => Answer.Ok;

        await world.Crash();

        (await world.EventsUntil("message.held", careful)).ShouldBe(
            ["message.accepted", "message.attempt_started", "message.held"]);
        (await world.EventsUntil("message.delivered", plain)).ShouldBe(["message.accepted", "message.delivered"]);
    }
}
