using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

public sealed class CommandScenarios : Scenario
{
    [Fact]
    public void a_message_that_waits_in_a_lane_is_cancelled()
    {
        var message = BehindAFullSite();

        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Done);
        World.Advance(TimeSpan.FromHours(1));

        World.EventsOf(message).ShouldBe(["Accepted", "Cancelled"]);
        Wire.Made.ShouldAllBe(attempt => attempt.Message != message);
    }

    [Fact]
    public void a_message_that_has_left_memory_while_it_waits_in_a_lane_is_cancelled_all_the_same()
    {
        var message = BehindAFullSite();
        World.Advance(TimeSpan.FromMinutes(20));
        World.IsInMemory(message).ShouldBeFalse();

        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Done);
        World.Advance(TimeSpan.FromHours(1));

        World.EventsOf(message).ShouldBe(["Accepted", "Cancelled"]);
        Wire.Made.ShouldAllBe(attempt => attempt.Message != message);
    }

    [Fact]
    public void a_message_on_the_wire_cannot_be_cancelled()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromMinutes(40));
        var message = World.Send();
        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.OnTheWire);

        World.Advance(TimeSpan.FromMinutes(20)); // out of memory, and still on the wire
        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.OnTheWire);
        World.Advance(TimeSpan.FromMinutes(21));

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Ended);
    }

    [Fact]
    public void a_deferred_message_is_cancelled_and_wakes_no_more()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send();

        World.Ask(message, MessageCommand.Cancel).ShouldBe(CommandResult.Done);
        World.Advance(TimeSpan.FromDays(1));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Cancelled"]);
    }

    [Fact]
    public void a_retry_is_made_now_and_the_schedule_goes_on_from_there()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send();
        World.Advance(TimeSpan.FromMinutes(5));

        World.Ask(message, MessageCommand.Retry).ShouldBe(CommandResult.Done);
        World.Advance(TimeSpan.FromMinutes(31));

        Wire.MinutesOf(message).ShouldBe([5, 30]);
        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "RetryRequested", "Deferred", "Deferred"]);
    }

    [Fact]
    public void a_message_that_does_not_exist_is_not_found_and_leaves_nothing_in_memory()
    {
        var nobody = MessageKey.Parse("shop/01ARZ3NDEKTSV4RRFFQ69G5FAV-0");

        foreach (var command in Enum.GetValues<MessageCommand>())
            World.Ask(nobody, command).ShouldBe(CommandResult.NotFound);
        World.Run(World.Message(nobody).Wake()).ShouldBeNull();
        World.Run(World.Message(nobody).MayStart(1, 1)).ShouldBeFalse();
        World.Advance(TimeSpan.FromSeconds(1));
        World.IsInMemory(nobody).ShouldBeFalse();
    }

    [Fact]
    public void a_message_of_another_tenant_is_another_message()
    {
        var message = World.Send();

        World.Ask(message with { Tenant = TenantId.Parse("club") }, MessageCommand.Cancel)
            .ShouldBe(CommandResult.NotFound);
    }

    private MessageKey BehindAFullSite()
    {
        Wire.Script = order =>
            order.Recipient.LocalPart == "slow" ? Answer.Ok.After(TimeSpan.FromMinutes(30)) : Answer.Ok;
        for (var i = 0; i < 20; i++)
            World.Send(GrainWorld.Mail("slow@example.com"));
        Wire.Open.ShouldBe(20);
        return World.Send();
    }
}
