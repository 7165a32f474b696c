using Actors.Grains.Couriers;
using Actors.Grains.Destinations;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Tests.Couriers;
using Actors.Grains.Tests.Embedded.World;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Grains.Tests.Embedded;

public sealed class CourierScenarios : Scenario
{
    private const int WaitingMax = 400;

    private static readonly TenantId Club = TenantId.Parse("club");

    protected override void Configure(ISiloBuilder silo) =>
        silo.Services.AddSingleton(new CourierOptions { WaitingMax = WaitingMax });

    [Fact]
    public void a_tenant_with_one_message_does_not_wait_for_another_with_hundreds()
    {
        World.AddTenant(Club);
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 300; i++)
            World.Send();

        World.Send(tenant: Club);
        World.Advance(TimeSpan.FromSeconds(30));

        Wire.Made.Count.ShouldBe(301);
        Wire.Started.Select(order => order.Message.Tenant).ToList().IndexOf(Club)
            .ShouldBeInRange(20, 21); // behind the twenty on the wire, and at most one more
    }

    [Fact]
    public void a_receipt_overtakes_a_campaign()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 100; i++)
            World.Send(GrainWorld.Mail() with { Stream = MailStream.Marketing });
        var receipt = World.Send();

        World.Advance(TimeSpan.FromSeconds(30));

        Wire.Started.Select(order => order.Message).ToList().IndexOf(receipt).ShouldBe(20);
    }

    [Fact]
    public void one_slow_site_does_not_hold_up_another()
    {
        Wire.Script = order => order.Recipient.Domain.Ascii == "slow.example" ? Answer.Stalls : Answer.Ok;
        for (var i = 0; i < 100; i++)
            World.Send(GrainWorld.Mail("ann@slow.example"));

        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
        Wire.Open.ShouldBe(20);
    }

    [Fact]
    public void no_more_connections_leave_than_the_courier_may_have_and_every_site_gets_its_turn()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 30; i++)
            for (var n = 0; n < 20; n++)
                World.Send(GrainWorld.Mail($"ann@site{i}.example"));

        World.Advance(TimeSpan.FromSeconds(30));

        Wire.OpenMax.ShouldBe(new CourierOptions().ConnectionsMax);
        Wire.Made.Count.ShouldBe(600);
        Wire.Open.ShouldBe(0);
    }

    [Fact]
    public void a_site_without_connections_rests_is_probed_and_wakes()
    {
        Wire.Script = _ => Answer.Unreachable.After(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 60; i++)
            World.Send();
        World.Advance(TimeSpan.FromSeconds(10));
        Wire.Made.Count.ShouldBe(20); // what was on the wire already; the other forty wait

        World.Advance(TimeSpan.FromSeconds(22));
        Wire.Made.Count.ShouldBe(21); // a probe, after 30 seconds
        World.Advance(TimeSpan.FromSeconds(50));
        Wire.Made.Count.ShouldBe(21); // it failed: now a minute

        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromSeconds(1));
        World.Advance(TimeSpan.FromMinutes(2));
        Wire.Made.Count.ShouldBe(60);
        World.Advance(TimeSpan.FromMinutes(20));
        World.Store.Messages.ShouldAllBe(message => World.Store[message].Phase == MessagePhase.Delivered);
    }

    [Fact]
    public void a_probe_that_was_not_used_is_no_answer()
    {
        Wire.Script = _ => Answer.Unreachable;
        for (var i = 0; i < 40; i++)
            World.Send();
        World.Run(World.SmtpAccount().SetPaused(true));

        World.Advance(TimeSpan.FromSeconds(31)); // the probe finds the account paused

        Wire.Made.Count.ShouldBe(5);
        World.Run(World.Grains.GetGrain<IDestinationGrain>("default|example.com").Lease()).Slots.ShouldBe(1);
    }

    [Fact]
    public async Task what_was_learned_of_a_site_outlives_the_process()
    {
        Wire.Script = _ => Answer.Unreachable;
        for (var i = 0; i < 5; i++)
            World.Send();
        World.Advance(TimeSpan.FromSeconds(2));

        await World.Crash();

        World.Run(World.Grains.GetGrain<IDestinationGrain>("default|example.com").Lease())
            .ShouldBe(new SlotLease(0, TimeSpan.FromSeconds(28)));
    }

    [Fact]
    public void a_route_of_the_operators_own_never_rests()
    {
        World.Routing.Script = domain => new Route.Site(domain.Ascii, NeverRests: true);
        Wire.Script = _ => Answer.Unreachable;
        for (var i = 0; i < 60; i++)
            World.Send();

        Wire.Made.Count.ShouldBe(60);
    }

    [Fact]
    public void with_full_lanes_a_message_waits_as_a_row_and_goes_later()
    {
        World.AddTenant(TenantId.Parse("crowd"));
        Wire.Script = _ => Answer.Stalls;
        for (var i = 0; i < 20 + WaitingMax; i++)
            World.Run(World.Courier.Enqueue(Orders.Of("crowd", i))).ShouldBeNull();
        var message = World.Send(GrainWorld.Mail("ann@other.example"));
        World.IsInMemory(message).ShouldBeFalse();
        World.EventsOf(message).ShouldBe(["Accepted"]);
        World.Run(World.Courier.Enqueue(Orders.Of("crowd", 50))).ShouldBeNull(); // it has that one already

        Wire.Script = _ => Answer.Ok;
        World.Run(World.Courier.Finished(Orders.Key("crowd", 0), "example.com", SlotResult.Answered));
        World.Advance(CourierLimits.FullRetryAfter);

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public void a_site_that_went_idle_begins_anew()
    {
        World.Send();
        World.Advance(TimeSpan.FromMinutes(30));

        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
    }
}
