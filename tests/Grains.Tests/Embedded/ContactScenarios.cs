using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Tests.Messages;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Whole lives of an address over weeks, event by event.</summary>
public sealed class ContactScenarios : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.com");
    private static readonly Verdict Gone = new("invalid_recipient", true, "recipient", "r");

    private ContactState? Known => World.Store.Contact(ContactKey.Of(GrainWorld.Shop, Ann));

    private IContactGrain Contact => World.Grains.Contact(ContactKey.Of(GrainWorld.Shop, Ann));

    [Fact]
    public void a_mailbox_that_stays_full_for_weeks_ends_as_bounced_and_is_not_written_to()
    {
        Wire.Script = _ => Answer.Full;
        var messages = new List<MessageKey>();
        for (var week = 0; week < 3; week++)
        {
            messages.Add(World.Send());
            World.Advance(TimeSpan.FromDays(7));
            Known.ShouldNotBeNull().Standing.ShouldBe(week < 2 ? ContactStanding.Active : ContactStanding.Bounced);
        }

        foreach (var message in messages)
            World.EventsOf(message).Distinct().ShouldBe(["Accepted", "Deferred", "Bounced"]);
        Story().ShouldBe(["soft_bounced", "soft_bounced", "soft_bounced", "bounced"]);
        Known!.Bounced.ShouldNotBeNull().Message.ShouldBe(messages[2].Message);
        var made = Wire.Made.Count;
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Suppressed"]);
        Wire.Made.Count.ShouldBe(made);
        Known.IsContact.ShouldBeFalse();
    }

    [Fact]
    public void a_delivery_between_makes_good_what_was_before()
    {
        Wire.Script = _ => Answer.Full;
        World.Send();
        World.Advance(TimeSpan.FromDays(7));
        World.Send();
        World.Advance(TimeSpan.FromDays(7));
        Wire.Script = _ => Answer.Ok;
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
        Known.ShouldNotBeNull().Run.ShouldBeEmpty();
        Wire.Script = _ => Answer.Full;
        World.Send();
        World.Advance(TimeSpan.FromDays(7));

        Story().ShouldBe(["soft_bounced", "soft_bounced", "delivered", "soft_bounced"]);
        Known!.Standing.ShouldBe(ContactStanding.Active);
    }

    [Fact]
    public void an_unknown_mailbox_is_bounced_at_once_and_a_request_can_write_to_it_all_the_same()
    {
        Wire.Script = _ => Answer.Unknown;
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Bounced"]);
        Known.ShouldNotBeNull().Standing.ShouldBe(ContactStanding.Bounced);
        Wire.Script = _ => Answer.Ok;
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Suppressed"]);
        World.EventsOf(World.Send(GrainWorld.Mail() with { Bypass = Bypasses.Bounce }))
            .ShouldBe(["Accepted", "Delivered"]);

        World.Run(Contact.Ask(new ContactCommand.Unblock(BlacklistReasons.All), null)).Refusal.ShouldBeNull();
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public void a_block_of_ours_never_touches_the_contact()
    {
        Wire.Script = _ => new Answer(new AttemptOutcome.Permanent(
            Reply.Of(550, "5.7.1", "Your IP address is on our blocklist")));
        for (var i = 0; i < 5; i++)
            World.EventsOf(World.Send()).ShouldBe(["Accepted", "Bounced"]);
        Known.ShouldBeNull();
    }

    [Fact]
    public void nobody_at_a_blocked_domain_is_asked_to_confirm()
    {
        var domain = World.Grains.Contact(ContactKey.Of(GrainWorld.Shop, Ann.Domain));
        World.Run(domain.Ask(
            new ContactCommand.Block(null, Ann.Domain, null, World.Time.GetUtcNow().AddDays(1)), null));
        World.Run(Contact.Ask(new ContactCommand.SignUp(Ann), null)).Refusal!.Code.ShouldBe(RefusalCode.NotFound);
        Known.ShouldBeNull();
        World.Advance(TimeSpan.FromDays(1));
        World.Run(Contact.Ask(new ContactCommand.SignUp(Ann), null)).Value.ShouldNotBeNull().Standing
            .ShouldBe(ContactStanding.Unconfirmed);
    }

    [Fact]
    public void a_complaint_ends_everything_also_when_it_comes_before_the_delivery_is_on_record()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromMinutes(10));
        var message = World.Send();
        Hear(message, new LateReport.Complaint("abuse"));
        Hear(message, new LateReport.Complaint("abuse"));
        World.Advance(TimeSpan.FromMinutes(11));

        World.EventsOf(message).ShouldBe(["Accepted", "Complained", "Delivered"]);
        Known.ShouldNotBeNull().Standing.ShouldBe(ContactStanding.Complained);
        World.EventsOf(World.Send(GrainWorld.Mail() with { Bypass = Bypasses.Bounce | Bypasses.Manual }))
            .ShouldBe(["Accepted", "Suppressed"]);
        Story().ShouldBe(["complained"]);
    }

    [Fact]
    public void a_late_bounce_counts_and_changes_no_phase()
    {
        var message = World.Send();
        Hear(message, new LateReport.Bounce(Mails.Unknown, Gone, "mx.example.com"));
        Hear(message, new LateReport.Bounce(Mails.Unknown, Gone, null));

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered", "LateBounced"]);
        World.Store[message].Phase.ShouldBe(MessagePhase.Delivered);
        Known.ShouldNotBeNull().Standing.ShouldBe(ContactStanding.Bounced);
        Story().ShouldBe(["bounced"]);
    }

    [Fact]
    public void a_bounce_that_is_faster_than_the_record_of_the_delivery_counts_once()
    {
        Wire.Script = _ => Answer.Ok.After(TimeSpan.FromMinutes(10));
        var message = World.Send();
        BouncesOnce(message);
        Wire.Made.Count.ShouldBe(1);
        World.Store[message].LastReply.ShouldBe(Mails.Ok, "what the server said is kept when it comes");
    }

    [Fact]
    public void what_bounces_late_is_not_tried_again_where_nobody_knew_that_it_was_taken()
    {
        Wire.Script = _ => Wire.Made.Count == 0 ? Answer.CutAfterDot : Answer.Unknown;
        var message = World.Send(GrainWorld.Mail() with { Bypass = Bypasses.Bounce });
        BouncesOnce(message, "Deferred");
        Wire.Made.Count.ShouldBe(1);
    }

    [Fact]
    public void a_retry_on_the_wire_that_is_refused_adds_nothing_to_a_late_bounce()
    {
        Wire.Script = _ => Wire.Made.Count == 0 ? Answer.CutAfterDot : Answer.Unknown.After(TimeSpan.FromMinutes(10));
        var message = World.Send(GrainWorld.Mail() with { Bypass = Bypasses.Bounce });
        World.Advance(TimeSpan.FromMinutes(20));
        Wire.Made.Count.ShouldBe(2);
        BouncesOnce(message, "Deferred");
    }

    [Fact]
    public async Task what_bounces_late_after_a_crash_hid_its_delivery_counts_once()
    {
        Wire.Script = _ => Answer.Stalls; // it was taken, and the process dies before it is on record
        var message = World.Send(GrainWorld.Mail() with { Bypass = Bypasses.Bounce });
        Wire.Script = _ => Answer.Unknown.After(TimeSpan.FromMinutes(1));
        await World.Crash();
        World.Advance(TimeSpan.FromSeconds(1)); // it is being tried again
        BouncesOnce(message);
    }

    [Theory]
    [InlineData(null, "Bounced")]
    [InlineData(12, "Expired")]
    public void a_hard_bounce_counts_also_where_attempts_or_time_ran_out_over_a_full_mailbox(int? hours, string end)
    {
        Wire.Script = _ => Answer.Full;
        var message = World.Send(GrainWorld.Mail() with
        {
            ExpiresIn = hours is { } given ? TimeSpan.FromHours(given) : null,
        });
        World.Advance(TimeSpan.FromDays(5));
        Known.ShouldNotBeNull().Standing.ShouldBe(ContactStanding.Active);
        for (var i = 0; i < 2; i++)
            Hear(message, new LateReport.Bounce(Mails.Unknown, Gone, "mx.example.com"));
        Hear(message, new LateReport.Bounce(Mails.FullForGood, Gone with { Hard = false }, null));

        World.EventsOf(message).Distinct().ShouldBe(["Accepted", "Deferred", end, "LateBounced"]);
        World.EventsOf(message).Count(name => name == "LateBounced").ShouldBe(1);
        (Known.Standing, Known.Blacklist, Known.Bounced!.Message)
            .ShouldBe((ContactStanding.Bounced, BlacklistReasons.HardBounce, message.Message));
        Story().ShouldBe(["soft_bounced", "bounced"]);
        Rates().ShouldBe(new HealthCounts(1, 1, 0));
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Suppressed"]);
    }

    [Fact]
    public void what_has_bounced_bounces_no_second_time()
    {
        Wire.Script = _ => Answer.Unknown;
        var message = World.Send();
        Hear(message, new LateReport.Bounce(Mails.Unknown, Gone, null));
        World.EventsOf(message).ShouldBe(["Accepted", "Bounced"]);
        World.Run(World.Message(new MessageKey(TenantId.Parse("other"), message.Message))
            .Hear(new LateReport.Complaint(null))).ShouldBeFalse();
    }

    [Fact]
    public void marketing_makes_contacts_and_a_receipt_makes_none()
    {
        World.Send();
        Known.ShouldBeNull();
        World.EventsOf(World.Send(Marketing())).ShouldBe(["Accepted", "Delivered"]);
        (Known.ShouldNotBeNull().IsContact, Known.Standing).ShouldBe((true, ContactStanding.Active));
    }

    [Fact]
    public void who_leaves_a_list_gets_the_others_and_receipts()
    {
        World.Run(Contact.Apply(new ContactCause.Unsubscribed("news")
        {
            Message = World.Send(Marketing("news")).Message, At = World.Time.GetUtcNow(), Address = Ann,
        }));
        World.EventsOf(World.Send(Marketing("news"))).ShouldBe(["Accepted", "Suppressed"]);
        World.EventsOf(World.Send(Marketing("offers"))).ShouldBe(["Accepted", "Delivered"]);
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public void a_contact_that_changes_while_its_message_is_in_the_air_is_asked_again_with_the_next_attempt()
    {
        Wire.Script = _ => Answer.Greylisted.After(TimeSpan.FromMinutes(5));
        var message = World.Send();
        World.Run(Contact.Ask(new ContactCommand.Block(Ann, null, null, null), null));
        World.Advance(TimeSpan.FromHours(1));

        World.EventsOf(message).ShouldBe(["Accepted", "Deferred", "Suppressed"]);
        Wire.Made.Count.ShouldBe(1);
        World.Store[message].Phase.ShouldBe(MessagePhase.Suppressed);
    }

    [Fact]
    public void a_blocked_domain_stops_its_addresses_until_the_entry_ends()
    {
        var domain = World.Grains.Contact(ContactKey.Of(GrainWorld.Shop, Ann.Domain));
        World.Run(domain.Ask(
            new ContactCommand.Block(null, Ann.Domain, null, World.Time.GetUtcNow().AddDays(1)), null));
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Suppressed"]);
        World.EventsOf(World.Send(GrainWorld.Mail("ann@sub.example.com"))).ShouldBe(["Accepted", "Delivered"]);
        World.EventsOf(World.Send(GrainWorld.Mail() with { Bypass = Bypasses.Manual }))
            .ShouldBe(["Accepted", "Delivered"]);
        World.Advance(TimeSpan.FromDays(1));
        World.EventsOf(World.Send()).ShouldBe(["Accepted", "Delivered"]);
    }

    [Fact]
    public void marketing_passes_nothing_and_a_receipt_has_no_list()
    {
        World.Run(World.Submit(Marketing() with { Bypass = Bypasses.Manual })).ShouldBeOfType<SubmitResult.Refused>()
            .Refusal.Errors.Single().Pointer.ShouldBe("/bypass");
        World.Run(World.Submit(GrainWorld.Mail() with { List = "news" })).ShouldBeOfType<SubmitResult.Refused>()
            .Refusal.Errors.Single().Pointer.ShouldBe("/list");
    }

    [Fact]
    public void what_a_message_meant_to_its_recipient_is_told_until_it_is_stored()
    {
        Wire.Script = _ => Answer.Unknown;
        World.Store.HoldEffects = true;
        World.Send();
        World.Store.HoldEffects = false;
        World.Store.FailNextWrites(3);
        World.Advance(TimeSpan.FromHours(1));
        Story().ShouldBe(["bounced"]);
        World.Store.EffectsLeft.ShouldBe(0);
    }

    /// <summary>It is reported, twice; in events, contact and rates it is one bounce.</summary>
    private void BouncesOnce(MessageKey message, params string[] before)
    {
        Hear(message, new LateReport.Bounce(Mails.Unknown, Gone, "mx.example.com"));
        Hear(message, new LateReport.Bounce(Mails.Unknown, Gone, null));
        World.Advance(TimeSpan.FromDays(1));

        World.EventsOf(message).Where(name => name != "DeliveryConfirmed")
            .ShouldBe(["Accepted", .. before, "Delivered", "LateBounced"]);
        Story().ShouldBe(["bounced"]);
        Rates().ShouldBe(new HealthCounts(1, 1, 0));
    }

    private HealthCounts Rates() =>
        World.Run(World.Grains.GetGrain<IThresholdGrain>(GrainWorld.Shop.Value).Of(GrainWorld.Account))
            .Windows[1].Counts;

    private static SubmitCommand Marketing(string? list = null) =>
        GrainWorld.Mail() with { Stream = MailStream.Marketing, List = list };

    private void Hear(MessageKey message, LateReport report) =>
        World.Run(World.Message(message).Hear(report)).ShouldBeTrue();

    private IEnumerable<string> Story() => Known!.History.Select(change => change.What.ToText());
}
