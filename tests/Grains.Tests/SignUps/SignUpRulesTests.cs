using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.SignUps;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.SignUps;

public sealed class SignUpRulesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");

    private static readonly SignUp News = new(
        Ann, ["news"], ImmutableDictionary<string, string>.Empty.Add("city", "Oslo"), "https://shop.example",
        "Yes, send me the news.", "192.0.2.1", "de", new SignUpSender(null, Mailbox.Parse("news@shop.example")));

    [Fact]
    public void between_two_messages_there_is_a_minute_and_a_day_has_five()
    {
        var state = SignUpRules.Asked(new SignUpState(), News, Link(0), Noon);
        var now = Noon;
        for (var mail = 1; mail < SignUpLimits.MailsMax; mail++)
        {
            SignUpRules.Asked(state, News, Link(9), now + SignUpLimits.MailPause - TimeSpan.FromTicks(1))
                .ShouldBeSameAs(state);
            now += SignUpLimits.MailPause;
            state = SignUpRules.Asked(state, News, Link(mail), now);
            state.Link.ShouldBe($"hash-{mail}");
        }

        SignUpRules.Asked(state, News, Link(9), Noon + TimeSpan.FromDays(1) - TimeSpan.FromTicks(1))
            .ShouldBeSameAs(state);
        SignUpRules.Asked(state, News, Link(9), Noon + TimeSpan.FromDays(1)).Sent.Length
            .ShouldBe(SignUpLimits.MailsMax);
    }

    [Fact]
    public void a_message_that_was_refused_is_none_of_the_days_until_it_goes()
    {
        var asked = SignUpRules.Asked(new SignUpState(), News, Link(0), Noon);
        asked.NextTryAt.ShouldBe(Noon);
        var refused = SignUpRules.Refused(asked, Exhausted, Noon);
        refused.Sent.ShouldBeEmpty();
        refused.DueAt.ShouldBe(Noon + SignUpLimits.TryAgain);
        SignUpRules.View(refused, Noon)!.Message.ShouldBe(SignUpMessage.Refused);
        SignUpRules.Asked(refused, News, Link(1), Noon + SignUpLimits.MailPause - TimeSpan.FromTicks(1))
            .ShouldBeSameAs(refused);

        var again = SignUpRules.Refused(refused, Exhausted, Noon.AddHours(1));
        again.DueAt.ShouldBe(Noon.AddHours(2));
        var sent = SignUpRules.Sent(again, Noon.AddHours(2));
        sent.Sent.ShouldBe([Noon.AddHours(2)]);
        sent.Refused.ShouldBeNull();
        SignUpRules.View(sent, Noon)!.Message.ShouldBe(SignUpMessage.Sent);
        SignUpRules.Sent(asked, Noon).Sent.ShouldBe([Noon]);
    }

    [Fact]
    public void a_link_holds_for_seven_days_and_a_later_one_replaces_it()
    {
        var state = SignUpRules.Asked(new SignUpState(), News, Link(0), Noon);
        var end = Noon + TimeSpan.FromDays(7);
        SignUpRules.Standing(state, "hash-0", end - TimeSpan.FromTicks(1)).ShouldBe(LinkStanding.Open);
        SignUpRules.Standing(state, "hash-0", end).ShouldBe(LinkStanding.Expired);
        SignUpRules.Standing(state with { ConfirmedAt = Noon }, "hash-0", end).ShouldBe(LinkStanding.Used);
        SignUpRules.Standing(state, "hash-1", Noon).ShouldBe(LinkStanding.Unknown);
        var later = SignUpRules.Asked(state, News, Link(1), Noon.AddHours(1));
        SignUpRules.Standing(later, "hash-0", Noon.AddHours(1)).ShouldBe(LinkStanding.Unknown);
        SignUpRules.Standing(later, "hash-1", Noon.AddHours(1)).ShouldBe(LinkStanding.Open);
    }

    [Fact]
    public void who_is_on_the_lists_already_is_not_asked_and_who_is_to_be_on_another_is()
    {
        var active = Confirmed(SignedUp());
        Wants(active, "news").ShouldBeFalse();
        Wants(active).ShouldBeFalse();
        Wants(active, "news", "offers").ShouldBeTrue();
        Wants(SignedUp(), "news").ShouldBeTrue();
    }

    [Fact]
    public void who_has_bounced_complained_or_is_on_the_blacklist_is_neither_asked_nor_made_a_contact()
    {
        var mark = new ContactMark(Noon, null);
        ContactState[] shut =
        [
            new() { CreatedAt = Noon, Bounced = mark }, new() { CreatedAt = Noon, Complained = mark },
            new() { CreatedAt = Noon, Blocked = new ManualBlock(Noon, null, null) },
        ];
        foreach (var contact in shut)
        {
            ContactConsents.SignUp(contact, Ann, Noon).ShouldBeSameAs(contact);
            Wants(contact, "news").ShouldBeFalse();
        }
    }

    [Fact]
    public void signing_up_makes_a_contact_that_has_to_confirm_and_gives_it_nothing_yet()
    {
        var contact = SignedUp();
        contact.Standing.ShouldBe(ContactStanding.Unconfirmed);
        contact.IsContact.ShouldBeTrue();
        contact.Origin.ShouldBe(ContactOrigin.SignUp);
        contact.Lists.ShouldBeEmpty();
        contact.Details.ShouldBeEmpty();
        ContactConsents.SignUp(contact, Ann, Noon.AddDays(1)).ShouldBeSameAs(contact);
    }

    [Fact]
    public void confirming_makes_it_active_and_keeps_what_was_agreed_to_when_and_from_where()
    {
        var contact = Confirmed(SignedUp());
        contact.Standing.ShouldBe(ContactStanding.Active);
        contact.Lists.ShouldHaveSingleItem().Name.ShouldBe("news");
        contact.Details["city"].ShouldBe("Oslo");
        var consent = contact.Consents.ShouldHaveSingleItem();
        consent.At.ShouldBe(Noon);
        consent.Source.ShouldBe("https://shop.example");
        consent.Text.ShouldBe("Yes, send me the news.");
        consent.Network.ShouldBe("192.0.2.1");
        consent.ConfirmedAt.ShouldBe(Noon.AddHours(1));
        consent.ConfirmedFrom.ShouldBe("192.0.2.2");
        Confirmed(contact).ShouldBeSameAs(contact);
    }

    [Fact]
    public void a_button_that_is_pressed_again_later_because_nobody_answered_confirms_once()
    {
        var contact = Confirmed(SignedUp());
        Confirmed(contact, Noon.AddHours(2)).ShouldBeSameAs(contact);
        Confirmed(contact, asked: Noon.AddDays(3)).Consents.Length.ShouldBe(2);
    }

    [Fact]
    public void who_had_left_all_is_on_the_list_that_was_confirmed_alone_and_can_leave_it_by_the_same_message_again()
    {
        var cause = new ContactCause.Unsubscribed(null)
        {
            Message = new Ids.MessageId(Ids.SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV"), 0), At = Noon,
        };
        var before = SignedUp() with
        {
            Unconfirmed = null,
            Lists = [new("offers", Noon, null), new("news", Noon, Noon)],
        };
        var left = ContactRules.Apply(before, cause, new ContactOptions());
        left.Standing.ShouldBe(ContactStanding.Unsubscribed);

        var back = Confirmed(left);
        back.Standing.ShouldBe(ContactStanding.Active);
        back.Lists.Where(list => list.LeftAt is null).ShouldHaveSingleItem().Name.ShouldBe("news");
        ContactRules.Apply(back, cause, new ContactOptions()).Standing.ShouldBe(ContactStanding.Unsubscribed);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void nobody_but_who_has_not_confirmed_or_has_left_gets_the_question(bool unconfirmed, bool unsubscribed)
    {
        var mark = new ContactMark(Noon, null);
        var contact = new ContactState
        {
            Unconfirmed = unconfirmed ? mark : null, Unsubscribed = unsubscribed ? mark : null,
        };
        May(contact, Bypasses.Confirmation).ShouldBeNull();
        May(contact, Bypasses.None).ShouldNotBeNull();
        May(contact with { Bounced = mark }, Bypasses.Confirmation).ShouldBe(SuppressionReason.HardBounce);
        May(contact with { Complained = mark }, Bypasses.Confirmation).ShouldBe(SuppressionReason.Complaint);
        May(contact with { Blocked = new ManualBlock(Noon, null, null) }, Bypasses.Confirmation)
            .ShouldBe(SuppressionReason.Manual);
    }

    private static Refusal Exhausted { get; } = Refusal.Of(RefusalCode.AllowanceExhausted, "All are used.");

    private static SuppressionReason? May(ContactState contact, Bypasses bypass) => SendingRules.May(
        contact, null, new SendingQuestion(Ann.Domain, MailStream.Marketing, null, bypass), Noon);

    private static bool Wants(ContactState contact, params string[] lists) =>
        SignUpRules.Wants(ContactViews.Of(ContactHash.Of(Ann), contact, Noon), [.. lists]);

    private static ContactState SignedUp() => ContactConsents.SignUp(new ContactState(), Ann, Noon);

    private static ContactState Confirmed(
        ContactState contact, DateTimeOffset? pressed = null, DateTimeOffset? asked = null) => ContactConsents.Confirm(
            contact, SignUpRules.Confirmation(
                SignUpRules.Asked(new SignUpState(), News, Link(0), asked ?? Noon), pressed ?? Noon.AddHours(1),
                "192.0.2.2"));

    private static IssuedLink Link(int number) => new($"hash-{number}", $"https://mail.example.org/links/{number}");
}
