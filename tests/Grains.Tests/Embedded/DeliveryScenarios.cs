using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Tests.Messages;

namespace Actors.Grains.Tests.Embedded;

public sealed class DeliveryScenarios : Scenario
{
    [Fact]
    public void a_message_is_delivered_at_once_with_two_commits()
    {
        var message = World.Send();

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
        World.Store[message].DueAt.ShouldBeNull();
        World.IsInMemory(message).ShouldBeFalse();
    }

    [Fact]
    public void a_greylisted_message_is_delivered_at_the_second_attempt()
    {
        Wire.Script = order => order.Attempt == 1 ? Answer.Greylisted : Answer.Ok;
        var message = World.Send();

        World.Advance(TimeSpan.FromMinutes(14.9));
        World.EventsOf(message).ShouldBe(["Accepted", "Deferred"]);
        World.Advance(TimeSpan.FromMinutes(0.2));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Delivered"]);
        Wire.MinutesOf(message).ShouldBe([15]);
    }

    [Fact]
    public void a_mailbox_that_stays_full_is_given_up_after_four_days()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send();

        World.Advance(TimeSpan.FromDays(5));

        Wire.MinutesOf(message).ShouldBe([15, 30, 60, 120, .. Enumerable.Repeat(240.0, 22)]);
        World.EventsOf(message).ShouldBe(["Accepted", .. Enumerable.Repeat("Deferred", 26), "Bounced"]);
        World.Store[message].LastVerdict.ShouldBe(new Verdict("mailbox_full", false, "recipient", "mailbox.full"));
    }

    [Fact]
    public void a_refusal_for_good_ends_the_message_at_once()
    {
        Wire.Script = _ => Answer.Unknown;

        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Bounced"]);
    }

    [Fact]
    public void a_domain_without_a_mail_server_is_decided_without_an_attempt()
    {
        World.Routing.Script = _ => new Route.Nowhere(Mails.Unknown);

        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Bounced"]);
        Wire.Made.ShouldBeEmpty();
    }

    [Fact]
    public void a_name_server_in_trouble_defers()
    {
        World.Routing.Script = _ => new Route.Nowhere(Mails.NoAnswer);
        var message = World.Send();
        World.Routing.Script = domain => new Route.Site(domain.Ascii, NeverRests: false);

        World.Advance(TimeSpan.FromMinutes(16));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Delivered"]);
    }

    [Fact]
    public void a_route_that_cannot_be_found_for_a_fault_of_ours_defers()
    {
        World.Routing.Script = _ => throw new InvalidOperationException("a bug");

        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Deferred"]);
    }

    [Fact]
    public void a_slow_name_server_keeps_nobody_else_waiting()
    {
        World.Routing.Dns = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = World.Send(GrainWorld.Mail("ann@slow.example"));
        World.Routing.Dns = null;
        var quick = World.Send();

        World.EventsOf(quick).ShouldBe(["Accepted", "Delivered"]);
        World.EventsOf(slow).ShouldBe(["Accepted"]);
    }

    [Fact]
    public void a_scheduled_message_waits_as_a_row_and_goes_on_time()
    {
        var at = World.Time.GetUtcNow().AddHours(30);
        var message = World.Send(GrainWorld.Mail() with { SendAt = at });

        World.Advance(TimeSpan.FromHours(29));
        World.IsInMemory(message).ShouldBeFalse();
        Wire.Made.ShouldBeEmpty();
        World.Advance(TimeSpan.FromHours(2));

        Wire.Made.ShouldHaveSingleItem().At.ShouldBe(at);
        World.EventsOf(message).ShouldBe(["Scheduled", "Delivered"]);
    }

    [Fact]
    public void the_sandbox_runs_through_its_schedule_in_seconds()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send(GrainWorld.Mail("mailbox-full@sandbox.test"));

        World.Advance(TimeSpan.FromSeconds(100));

        Wire.Made.Count.ShouldBe(27);
        World.Store[message].Phase.ShouldBe(MessagePhase.Bounced);
    }

    [Fact]
    public void deferred_messages_cost_rows_and_no_memory()
    {
        Wire.Script = _ => Answer.Full;
        var messages = Enumerable.Range(0, 200).Select(_ => World.Send()).ToArray();

        messages.ShouldAllBe(message => !World.IsInMemory(message));
        messages.ShouldAllBe(message => World.Store[message].Phase == MessagePhase.Deferred);
    }
}
