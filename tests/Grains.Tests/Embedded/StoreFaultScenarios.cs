using Actors.Grains.Destinations;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Grains.Tests.Embedded;

public sealed class StoreFaultScenarios : Scenario
{
    private const int Slots = 2;

    protected override void Configure(ISiloBuilder silo) =>
        silo.Services.AddSingleton(new DestinationOptions { ConnectionsMax = Slots });

    [Fact]
    public void an_outcome_that_could_not_be_stored_is_told_until_it_is()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromSeconds(1));
        var message = World.Send();
        World.Store.FailNextWrites(5);

        World.Advance(TimeSpan.FromSeconds(5));
        World.EventsOf(message).ShouldBe(["Accepted"]);
        World.Store[message].Phase.ShouldBe(MessagePhase.Accepted);
        World.Advance(TimeSpan.FromSeconds(5));

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
        Wire.Made.Count.ShouldBe(1);
    }

    [Fact]
    public void a_store_in_trouble_stops_deliveries_instead_of_making_duplicates()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++)
            World.Send();
        World.Store.FailNextWrites(int.MaxValue);

        World.Advance(TimeSpan.FromHours(3));
        Wire.Made.Count.ShouldBe(Slots); // and not one attempt more
        World.Store.FailNextWrites(0);
        World.Advance(TimeSpan.FromMinutes(2));

        Wire.Made.Count.ShouldBe(5);
        World.Store.Messages.ShouldAllBe(message => World.Store[message].Phase == MessagePhase.Delivered);
    }

    [Fact]
    public void a_cancel_that_could_not_be_stored_has_not_happened()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send();
        World.Store.FailNextWrites(1);

        Should.Throw<StoreUnavailableException>(() => World.Ask(message, MessageCommand.Cancel));

        World.Store[message].Phase.ShouldBe(MessagePhase.Deferred);
        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Done);
        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Cancelled"]);
    }

    [Fact]
    public void a_cancel_in_a_lane_that_could_not_be_stored_leaves_the_message_on_its_way()
    {
        Wire.Script = order =>
            order.Recipient.LocalPart == "slow" ? Answer.Ok.After(TimeSpan.FromMinutes(10)) : Answer.Ok;
        for (var i = 0; i < Slots; i++)
            World.Send(GrainWorld.Mail("slow@example.com"));
        var message = World.Send();
        World.Store.FailNextWrites(1);

        Should.Throw<StoreUnavailableException>(() => World.Ask(message, MessageCommand.Cancel));
        World.Advance(TimeSpan.FromMinutes(12));

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public void a_release_that_could_not_be_stored_is_made_good_a_minute_later()
    {
        World.Run(World.SmtpAccount().SetPaused(true));
        var message = World.Send();
        var resumed = World.SmtpAccount().SetPaused(false);
        World.RunUntil(() => resumed.IsCompleted);
        World.Store.FailNextWrites(1);

        World.Settle();
        World.EventsOf(message).ShouldBe(["Accepted", "Held"]);
        World.Advance(TimeSpan.FromMinutes(2));

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
    }

    [Fact]
    public void an_expiry_that_could_not_be_stored_is_made_good_a_minute_later()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send(GrainWorld.Mail() with { ExpiresIn = TimeSpan.FromMinutes(10) });
        World.Advance(TimeSpan.FromMinutes(9));
        World.Store.FailNextWrites(1);

        World.Advance(TimeSpan.FromMinutes(3));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Expired"]);
    }

    [Fact]
    public void a_store_that_takes_no_writes_takes_no_mail()
    {
        World.Store.FailNextWrites(1);

        World.Run(World.Submit(GrainWorld.Mail())).ShouldBeOfType<SubmitResult.Refused>()
            .Refusal.Code.ShouldBe(RefusalCode.StoreUnavailable);
        World.Store.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void a_pause_that_could_not_be_stored_is_not_in_force()
    {
        World.Store.FailNextWrites(1);
        Should.Throw<StoreUnavailableException>(() => World.Run(World.SmtpAccount().SetPaused(true)));

        World.Run(World.SmtpAccount().Gate()).Reason.ShouldBe(HoldReason.None);
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
    }
}
