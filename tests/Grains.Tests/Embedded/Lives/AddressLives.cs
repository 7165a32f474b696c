using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.SignUps;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Lives;

/// <summary>Whole lives of one address over weeks, asserted event by event.</summary>
public sealed class AddressLives : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.com");
    private static readonly ContactKey Key = ContactKey.Of(GrainWorld.Shop, Ann);

    private static readonly string[] SixWeeks =
    [
        "first: 0 Accepted, 0-3 26 Deferred, 3 Bounced",
        "second: 7 Accepted, 7-10 26 Deferred, 10 Bounced",
        "delivered: 14 Accepted, 14 Delivered",
        "third: 15 Accepted, 15-18 26 Deferred, 18 Bounced",
        "fourth: 17 Accepted, 17-20 26 Deferred, 20 Bounced",
        "fifth: 21 Accepted, 21-24 26 Deferred, 24 Bounced",
        "suppressed: 26 Accepted, 26 Suppressed",
        "campaign: 26 Accepted, 26 Suppressed",
        "works again: 28 Accepted, 28 Delivered, 30 Complained",
        "receipt: 31 Accepted, 31 Suppressed",
        "campaign again: 35 Accepted, 35 Suppressed",
        "last: 42 Accepted, 42 Suppressed",
    ];

    private static readonly string[] SixWeeksOfTheContact =
    [
        "3 soft_bounced", "10 soft_bounced", "14 delivered", "18 soft_bounced", "20 soft_bounced",
        "24 soft_bounced", "24 bounced", "28 unblacklisted", "30 complained",
    ];

    private readonly List<(string Name, MessageKey Message)> sent = [];
    private DateTimeOffset began;

    private IContactGrain Contact => World.Grains.Contact(Key);

    private ContactState Known => World.Store.Contact(Key).ShouldNotBeNull();

    [Fact]
    public void six_weeks_from_a_full_mailbox_to_a_complaint()
    {
        Begin();
        Wire.Script = _ => Answer.Full;
        SendOn(0, "first");
        SendOn(7, "second");
        GoTo(11);
        Wire.Script = _ => Answer.Ok;
        SendOn(14, "delivered");
        Wire.Script = _ => Answer.Full;
        SendOn(15, "third");
        SendOn(17, "fourth");
        SendOn(21, "fifth");
        GoTo(25);
        Known.Standing.ShouldBe(ContactStanding.Bounced);
        Wire.Script = _ => Answer.Ok;
        SendOn(26, "suppressed");
        SendOn(26, "campaign", MailStream.Marketing);
        GoTo(28);
        World.Run(Contact.Ask(new ContactCommand.Unblock(BlacklistReasons.HardBounce), null)).Refusal.ShouldBeNull();
        SendOn(28, "works again");
        GoTo(30);
        World.Run(World.Message(sent[^1].Message).Hear(new LateReport.Complaint("abuse"))).ShouldBeTrue();
        SendOn(31, "receipt", bypass: Bypasses.Bounce | Bypasses.Manual);
        SendOn(35, "campaign again", MailStream.Marketing);
        World.Run(Contact.Ask(new ContactCommand.Unblock(BlacklistReasons.All), null))
            .Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        SendOn(42, "last");

        Events().ShouldBe(SixWeeks);
        Story().ShouldBe(SixWeeksOfTheContact);
    }

    [Fact]
    public void a_reader_from_sign_up_to_leaving_and_back()
    {
        Begin();
        SignUp("news");
        SendOn(0, "too early", MailStream.Marketing, "news");
        SendOn(1, "receipt");
        GoTo(8); // the link holds for seven days
        Confirm().ShouldBe(Links.LinkStanding.Expired);
        SignUp("news");
        Confirm().ShouldBe(Links.LinkStanding.Open);
        SendOn(8, "news", MailStream.Marketing, "news");
        GoTo(15);
        Leave("news", "news");
        SendOn(16, "left", MailStream.Marketing, "news");
        SendOn(16, "other list", MailStream.Marketing, "offers");
        GoTo(22);
        Leave("other list", null);
        SendOn(23, "no more", MailStream.Marketing, "offers");
        SendOn(23, "second receipt");
        GoTo(29);
        SignUp("offers");
        Confirm().ShouldBe(Links.LinkStanding.Open);
        SendOn(30, "wanted", MailStream.Marketing, "offers");
        SendOn(30, "not wanted", MailStream.Marketing, "news");

        Events().ShouldBe(
        [
            "too early: 0 Accepted, 0 Suppressed", "receipt: 1 Accepted, 1 Delivered",
            "news: 8 Accepted, 8 Delivered, 15 Unsubscribed", "left: 16 Accepted, 16 Suppressed",
            "other list: 16 Accepted, 16 Delivered, 22 Unsubscribed", "no more: 23 Accepted, 23 Suppressed",
            "second receipt: 23 Accepted, 23 Delivered", "wanted: 30 Accepted, 30 Delivered",
            "not wanted: 30 Accepted, 30 Suppressed",
        ]);
        Story().ShouldBe(
            ["0 created", "8 confirmed", "15 unsubscribed", "22 unsubscribed", "29 confirmed"]);
        Known.Consents.Select(consent => string.Join(' ', consent.Lists)).ShouldBe(["news", "offers"]);
    }

    [Fact]
    public void an_address_that_works_again_is_written_to_until_it_fails_for_good()
    {
        Begin();
        Wire.Script = _ => Answer.Unknown;
        SendOn(0, "unknown");
        Wire.Script = _ => Answer.Ok;
        SendOn(1, "suppressed");
        SendOn(2, "tried all the same", bypass: Bypasses.Bounce);
        World.Run(Contact.Ask(
            new ContactCommand.Block(Ann, null, "away", World.Time.GetUtcNow().AddDays(7)), null));
        World.Run(Contact.Ask(new ContactCommand.Unblock(BlacklistReasons.HardBounce), null)).Refusal.ShouldBeNull();
        SendOn(5, "away");
        SendOn(6, "urgent", bypass: Bypasses.Manual);
        SendOn(10, "back");
        World.Run(World.Message(sent[^1].Message).Hear(new LateReport.Bounce(
            Messages.Mails.Unknown, new Verdict("invalid_recipient", true, "recipient", "r"), null)));
        SendOn(20, "gone");

        Events().ShouldBe(
        [
            "unknown: 0 Accepted, 0 Bounced", "suppressed: 1 Accepted, 1 Suppressed",
            "tried all the same: 2 Accepted, 2 Delivered", "away: 5 Accepted, 5 Suppressed",
            "urgent: 6 Accepted, 6 Delivered", "back: 10 Accepted, 10 Delivered, 10 LateBounced",
            "gone: 20 Accepted, 20 Suppressed",
        ]);
        Story().ShouldBe(["0 bounced", "2 blacklisted", "2 unblacklisted", "10 bounced"]);
    }

    private void Begin() => began = World.Time.GetUtcNow();

    /// <summary>In hops while nothing is on its way: the rest of a life is waiting.</summary>
    private void GoTo(int day)
    {
        while (World.Time.GetUtcNow() < began.AddDays(day))
            if (sent.All(one => World.Store[one.Message].Phase.IsTerminal()))
                World.AdvanceTo(began.AddDays(day), TimeSpan.FromDays(1));
            else
                World.Advance(TimeSpan.FromHours(4));
    }

    private void SendOn(
        int day, string name, MailStream stream = MailStream.Transactional, string? list = null,
        Bypasses bypass = Bypasses.None)
    {
        if (World.Time.GetUtcNow() < began.AddDays(day))
            GoTo(day);
        sent.Add((name, World.Send(GrainWorld.Mail(Ann.ToString()) with
        {
            Stream = stream,
            List = list,
            Bypass = bypass,
        })));
        World.Advance(TimeSpan.Zero);
    }

    private void SignUp(string list) => World.Run(World.Grains.SignUp(Key).Ask(new SignUp(
        Ann, [list], ImmutableDictionary<string, string>.Empty, null, "Yes.", null, null,
        new SignUpSender(GrainWorld.Account, Mailbox.Parse("shop@shop.example")))));

    /// <summary>By the link that was sent last.</summary>
    private Links.LinkStanding Confirm()
    {
        var state = World.Store.Find<SignUpState>("sign-up", Key.ToString()).ShouldNotBeNull();
        return World.Run(World.Grains.SignUp(Key).Confirm(state.Link!, null));
    }

    /// <param name="list">Null for all.</param>
    private void Leave(string name, string? list) => World.Run(
        World.Message(sent.Single(one => one.Name == name).Message).Hear(new LateReport.Unsubscribe(list)));

    /// <summary>Of each message, what happened on which day; deferrals together.</summary>
    private IEnumerable<string> Events() =>
        sent.Select(one => $"{one.Name}: {string.Join(", ", EventsOf(one.Message))}");

    private IEnumerable<string> EventsOf(MessageKey message)
    {
        var happened = World.Store.Events.Where(one => one.Message == message).Select(one => one.Event).ToList();
        var deferred = happened.OfType<MessageEvent.Deferred>().ToList();
        foreach (var one in happened.Where(one => one is not MessageEvent.Deferred || one == deferred[0]))
            yield return one is MessageEvent.Deferred
                ? $"{Day(deferred[0].At)}-{Day(deferred[^1].At)} {deferred.Count} Deferred"
                : $"{Day(one.At)} {one.GetType().Name}";
    }

    private IEnumerable<string> Story() =>
        Known.History.Select(change => $"{Day(change.At)} {change.What.ToText()}");

    private int Day(DateTimeOffset at) => (int)(at - began).TotalDays;
}
