using Actors.Grains.Messages;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

public sealed class DeadlineScenarios : Scenario
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    [Fact]
    public void a_deferred_message_expires_at_its_deadline()
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send(GrainWorld.Mail() with { ExpiresIn = TwoHours });

        World.Advance(TwoHours);

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Deferred", "Deferred", "Deferred", "Expired"]);
        World.Store.Events[^1].Event.At.ShouldBe(World.Store[message].Deadline);
    }

    [Fact]
    public void a_held_message_expires_at_its_deadline()
    {
        World.Run(World.SmtpAccount().SetPaused(true));
        var message = World.Send(GrainWorld.Mail() with { ExpiresIn = TwoHours });

        World.Advance(TwoHours);

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Expired"]);
        World.Store.Events[^1].Event.At.ShouldBe(World.Store[message].Deadline);
    }

    [Fact]
    public void a_message_that_waits_in_a_lane_expires_at_its_deadline_and_is_not_sent_later()
    {
        Wire.Script = order => order.Recipient.LocalPart == "slow" ? Answer.Stalls : Answer.Ok;
        FillTheSite();
        var message = World.Send(GrainWorld.Mail() with { ExpiresIn = TimeSpan.FromMinutes(40) });

        World.Advance(TimeSpan.FromMinutes(40));
        World.EventsOf(message).ShouldBe(["Accepted", "Expired"]);
        World.Advance(TwoHours);

        World.Store[message].Phase.ShouldBe(MessagePhase.Expired);
        Wire.Made.ShouldAllBe(attempt => attempt.Message != message);
    }

    [Fact]
    public void an_attempt_on_the_wire_at_the_deadline_still_decides()
    {
        Wire.Script = _ => Answer.Ok.After(TwoHours.Divide(4));
        var message = World.Send(GrainWorld.Mail() with { ExpiresIn = TwoHours / 6 });

        World.Advance(TwoHours);

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public void a_refusal_for_now_behind_the_deadline_is_the_last()
    {
        Wire.Script = _ => Answer.Full.After(TwoHours.Divide(4));
        var message = World.Send(GrainWorld.Mail() with { ExpiresIn = TwoHours / 6 });

        World.Advance(TwoHours);

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Expired"]);
        Wire.Made.Count.ShouldBe(1);
    }

    [Fact]
    public void a_scheduled_message_whose_time_passed_while_nothing_ran_expires()
    {
        var message = World.Send(GrainWorld.Mail() with
        {
            SendAt = World.Time.GetUtcNow().AddHours(1),
            ExpiresIn = TimeSpan.FromHours(1),
        });
        World.Store.Put(message, World.Store[message] with { Deadline = World.Store[message].DueAt!.Value });

        World.Advance(TwoHours);

        World.EventsOf(message).ShouldBe(["Scheduled", "Expired"]);
    }

    private void FillTheSite()
    {
        for (var i = 0; i < 20; i++)
            World.Send(GrainWorld.Mail("slow@example.com") with { ExpiresIn = TimeSpan.FromDays(4) });
        Wire.Open.ShouldBe(20);
    }
}
