using Actors.Grains.Messages;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Tests.Messages;

namespace Actors.Grains.Tests.Embedded;

public sealed class CrashScenarios : Scenario
{
    [Fact]
    public async Task an_attempt_that_a_crash_interrupted_is_made_again()
    {
        Wire.Script = _ => Answer.Stalls;
        var message = World.Send();
        Wire.Script = _ => Answer.Ok;

        await World.Crash();
        World.Advance(TimeSpan.FromSeconds(1));

        Wire.Made.Select(attempt => attempt.Attempt).ShouldBe([1, 1]);
        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public async Task with_policy_hold_an_attempt_that_a_crash_interrupted_is_uncertain_and_held()
    {
        Wire.Script = _ => Answer.Stalls;
        var message = World.Send(GrainWorld.Mail() with { OnUncertain = OnUncertain.Hold });
        Wire.Script = _ => Answer.Ok;

        await World.Crash();
        World.Advance(TimeSpan.FromSeconds(1));

        World.EventsOf(message).ShouldBe(["Accepted", "AttemptStarted", "Held"]);
        World.Store[message].HoldReason.ShouldBe(HoldReason.Uncertain);
        Wire.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task with_policy_hold_what_had_not_started_is_sent_after_a_crash()
    {
        Wire.Script = order => order.Recipient.LocalPart == "slow" ? Answer.Stalls : Answer.Ok;
        for (var i = 0; i < 20; i++)
            World.Send(GrainWorld.Mail("slow@example.com"));
        var message = World.Send(GrainWorld.Mail() with { OnUncertain = OnUncertain.Hold });
        Wire.Script = _ => Answer.Ok;

        await World.Crash();
        World.Advance(TimeSpan.FromSeconds(1));

        World.EventsOf(message).ShouldBe(["Accepted", "AttemptStarted", "Delivered"]);
    }

    [Fact]
    public void with_policy_hold_a_long_dialogue_is_not_mistaken_for_a_crash()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromMinutes(50));
        var message = World.Send(GrainWorld.Mail() with { OnUncertain = OnUncertain.Hold });
        World.Advance(TimeSpan.FromMinutes(20));
        World.IsInMemory(message).ShouldBeFalse();

        World.Run(World.Message(message).Wake());
        World.Advance(TimeSpan.FromMinutes(31));

        World.EventsOf(message).ShouldBe(["Accepted", "AttemptStarted", "Delivered"]);
    }

    [Fact]
    public void an_attempt_whose_report_was_lost_is_made_again_after_an_hour()
    {
        Wire.Script = _ => Wire.Made.Count == 0 ? Answer.Ok with { LosesReport = true } : Answer.Ok;
        var message = World.Send();

        World.Advance(TimeSpan.FromMinutes(59));
        World.EventsOf(message).ShouldBe(["Accepted"]);
        World.Advance(TimeSpan.FromMinutes(2));

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
        Wire.MinutesOf(message).ShouldHaveSingleItem().ShouldBe(60, tolerance: 1);
    }

    [Fact]
    public void an_attempt_that_never_comes_back_gives_its_slot_back_and_is_tried_again()
    {
        Wire.Script = order => order.Attempt == 1 ? Answer.Stalls : Answer.Ok;
        var message = World.Send();

        World.Advance(TimeSpan.FromMinutes(66));
        World.EventsOf(message).ShouldBe(["Accepted", "Deferred"]);
        World.Advance(TimeSpan.FromMinutes(15));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Delivered"]);
    }

    [Fact]
    public void a_late_delivery_ends_the_message_and_stops_the_next_attempt()
    {
        Wire.Script = order => order.Recipient.LocalPart == "slow" ? Answer.Stalls : Answer.CutAfterDot;
        var message = World.Send(GrainWorld.Mail("ann@example.com"));
        for (var i = 0; i < 20; i++)
            World.Send(GrainWorld.Mail("slow@example.com"));
        World.Advance(TimeSpan.FromMinutes(16)); // the second attempt waits in the lane

        World.Run(World.Message(message).Report(new AttemptReport(
            1, 1, new AttemptOutcome.Delivered(Mails.Ok), AttemptTrace.None)));
        World.Advance(TimeSpan.FromHours(2));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Delivered"]);
        Wire.Made.Count(attempt => attempt.Message == message).ShouldBe(1);
    }
}
