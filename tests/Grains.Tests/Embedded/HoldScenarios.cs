using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

public sealed class HoldScenarios : Scenario
{
    [Fact]
    public void a_paused_account_holds_and_a_resumed_one_releases()
    {
        World.Run(World.SmtpAccount().SetPaused(true));
        var message = World.Send();
        World.EventsOf(message).ShouldBe(["Accepted", "Held"]);

        World.Run(World.SmtpAccount().SetPaused(false));

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
    }

    [Fact]
    public void mail_of_an_account_that_stays_paused_stays_held_when_another_is_resumed()
    {
        var club = Ids.TenantId.Parse("club");
        World.AddTenant(club);
        World.Run(World.SmtpAccount().SetPaused(true));
        World.Run(World.SmtpAccount(club).SetPaused(true));
        var message = World.Send();

        World.Run(World.SmtpAccount(club).SetPaused(false));
        World.Advance(TimeSpan.FromMinutes(5));

        World.EventsOf(message).ShouldBe(["Accepted", "Held"]);
    }

    [Fact]
    public void live_delivery_switched_on_releases_what_was_held_for_it()
    {
        var messages = WhileNotLive(20);

        GoLive();
        World.Run(World.Platform.SetLiveDelivery(true));

        messages.ShouldAllBe(message => World.Store[message].Phase == MessagePhase.Delivered);
        messages.ShouldAllBe(message =>
            string.Join(' ', World.EventsOf(message)) == "Accepted Held Released Delivered");
    }

    [Fact]
    public async Task what_was_not_released_before_a_crash_is_released_after_it()
    {
        var messages = WhileNotLive(3);
        GoLive();
        _ = World.Platform.SetLiveDelivery(true);
        World.RunUntil(() => World.LiveDeliveryStored);

        await World.Crash();
        World.Advance(TimeSpan.FromMinutes(2));

        messages.ShouldAllBe(message => World.Store[message].Phase == MessagePhase.Delivered);
    }

    [Fact]
    public void doubt_is_not_released_by_anything_but_a_decision()
    {
        Wire.Script = _ => Answer.CutAfterDot;
        var message = World.Send(GrainWorld.Mail() with { OnUncertain = OnUncertain.Hold });
        World.EventsOf(message).ShouldBe(["Accepted", "AttemptStarted", "Held"]);

        World.Run(World.Platform.SetLiveDelivery(true));
        World.Advance(TimeSpan.FromHours(1));
        World.Ask(message, MessageCommand.Retry).ShouldBe(CommandResult.Held);
        World.Store[message].HoldReason.ShouldBe(HoldReason.Uncertain);

        Wire.Script = _ => Answer.Ok;
        World.Ask(message, MessageCommand.Release).ShouldBe(CommandResult.Done);
        World.EventsOf(message).ShouldBe(
            ["Accepted", "AttemptStarted", "Held", "Released", "AttemptStarted", "Delivered"]);
    }

    [Fact]
    public void a_dropped_message_is_never_sent()
    {
        var message = WhileNotLive(1)[0];

        World.Ask(message, MessageCommand.Drop).ShouldBe(CommandResult.Done);
        GoLive();
        World.Run(World.Platform.SetLiveDelivery(true));
        World.Advance(TimeSpan.FromMinutes(5));

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Cancelled"]);
        Wire.Made.ShouldBeEmpty();
    }

    private Ids.MessageKey[] WhileNotLive(int count)
    {
        World.Routing.Script = _ => new Route.Withheld(HoldReason.LiveDeliveryOff);
        return [.. Enumerable.Range(0, count).Select(_ => World.Send())];
    }

    private void GoLive() =>
        World.Routing.Script = domain => new Route.Site(domain.Ascii, NeverRests: false);
}
