using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Senders;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Senders;

public sealed class SenderRulesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@shop.example");
    private static readonly SenderId Id = SenderId.Of(Ann);
    private static readonly IssuedLink Link = new("hash-1", "https://mail.example.org/links/one");

    [Fact]
    public void an_address_leads_to_its_one_sender_in_every_spelling()
    {
        SenderId.Of(EmailAddress.Parse("ANN@Shop.Example")).ShouldBe(Id);
        SenderId.Of(EmailAddress.Parse("bob@shop.example")).ShouldNotBe(Id);
        SenderId.Parse(Id.Value).ShouldBe(Id);
        SenderKey.Parse(SenderKey.Of(TenantId.Parse("shop"), Ann).ToString()).Sender.ShouldBe(Id);
        foreach (var wrong in new[] { "", "snd_", "snd_x", Id.Value.ToUpperInvariant(), Id.Value + "0", "acc_s", null })
            SenderId.TryParse(wrong, out _).ShouldBeFalse(wrong);
    }

    [Fact]
    public void a_new_sender_waits_for_seven_days_and_then_its_link_is_expired()
    {
        var sent = Mailed(Noon);

        var mail = sent.Outgoing.ShouldHaveSingleItem();
        mail.To.ShouldBe(Ann);
        mail.Values["link"].ShouldBe(Link.Url);
        SenderRules.Standing(sent, "hash-1", Noon.AddDays(7).AddTicks(-1)).ShouldBe(LinkStanding.Open);
        SenderRules.Standing(sent, "hash-1", Noon.AddDays(7)).ShouldBe(LinkStanding.Expired);
        SenderRules.StatusAt(sent, Noon.AddDays(7).AddTicks(-1)).ShouldBe(SenderStatus.Pending);
        SenderRules.StatusAt(sent, Noon.AddDays(7)).ShouldBe(SenderStatus.Expired);
        sent.WithOutgoing([]).DueAt.ShouldBe(Noon.AddDays(7));
        SenderRules.Woken(sent, Id, [], Noon.AddDays(7)).Status.ShouldBe(SenderStatus.Expired);
    }

    [Fact]
    public void links_that_were_guessed_replaced_or_used_are_told_apart()
    {
        var first = Mailed(Noon);
        var second = SenderRules.Mailing(first, Id, Link with { Hash = "hash-2" }, Noon.AddHours(1));

        SenderRules.Standing(first, "guess", Noon).ShouldBe(LinkStanding.Unknown);
        SenderRules.Standing(first, "", Noon).ShouldBe(LinkStanding.Unknown);
        SenderRules.Standing(second, "hash-1", Noon.AddHours(1)).ShouldBe(LinkStanding.Unknown);
        SenderRules.Standing(second, "hash-2", Noon.AddDays(7)).ShouldBe(LinkStanding.Open);
        var confirmed = SenderRules.Confirmed(second, Noon.AddHours(2));
        SenderRules.Standing(confirmed, "hash-2", Noon.AddHours(2)).ShouldBe(LinkStanding.Used);
        SenderRules.Standing(SenderRules.Deleted(second), "hash-2", Noon).ShouldBe(LinkStanding.Unknown);
    }

    [Fact]
    public void confirmation_messages_are_five_a_day_and_a_minute_apart()
    {
        var state = Mailed(Noon);
        for (var i = 1; i < SenderLimits.MailsMax; i++)
        {
            var at = Noon.AddMinutes(i);
            SenderRules.RefuseMail(state, at.AddTicks(-1))?.Code.ShouldBe(RefusalCode.TooManyAttempts);
            SenderRules.RefuseMail(state, at).ShouldBeNull();
            state = SenderRules.Mailing(state, Id, Link, at);
        }

        SenderRules.RefuseMail(state, Noon.AddDays(1).AddTicks(-1))?.Code.ShouldBe(RefusalCode.TooManyAttempts);
        SenderRules.RefuseMail(state, Noon.AddDays(1)).ShouldBeNull();
        state.Mailed.Length.ShouldBe(SenderLimits.MailsMax);
        SenderRules.Mailing(state, Id, Link, Noon.AddDays(3)).Mailed.ShouldBe([Noon.AddDays(3)]);
    }

    [Fact]
    public void deleting_and_registering_again_does_not_begin_the_count_anew()
    {
        var deleted = SenderRules.Deleted(Mailed(Noon));

        deleted.IsThere.ShouldBeFalse();
        deleted.Listed("shop/" + Id).ShouldBeNull();
        deleted.Certificate.ShouldBeNull();
        SenderRules.RefuseMail(deleted, Noon.AddSeconds(59))?.Code.ShouldBe(RefusalCode.TooManyAttempts);
        deleted.DueAt.ShouldBe(Noon.AddDays(1));
        var again = SenderRules.Registered(deleted, new SenderDraft(Ann), SenderGround.Good, Noon.AddHours(1));
        again.Mailed.ShouldBe([Noon]);
        again.Revision.ShouldBeGreaterThan(deleted.Revision);
    }

    [Fact]
    public void where_nobody_else_has_the_mailbox_nobody_is_asked()
    {
        var own = SenderRules.Registered(
            new SenderState(), new SenderDraft(Ann), new SenderGround(null, NeedsNoLink: true), Noon);

        own.Status.ShouldBe(SenderStatus.Confirmed);
        own.Outgoing.ShouldBeEmpty();
        own.DueAt.ShouldBeNull();
    }

    [Fact]
    public void a_sender_stands_in_the_list_by_name_address_domain_and_status()
    {
        var state = Mailed(Noon) with { Name = "Ann Böhm", Address = EmailAddress.Parse("ann@bücher.example") };

        var listing = state.Listed("shop/" + Id).ShouldNotBeNull();
        listing.Topic.ShouldBe("xn--bcher-kva.example");
        listing.Marks.ShouldBe(ImmutableArray.Create("pending"));
        listing.Search.ShouldContain("Ann Böhm");
        listing.Search.ShouldContain("ann@bücher.example");
        listing.Search.ShouldContain("ann@xn--bcher-kva.example");
    }

    private static SenderState Mailed(DateTimeOffset now) => SenderRules.Mailing(
        SenderRules.Registered(new SenderState(), new SenderDraft(Ann), SenderGround.Good, now), Id, Link, now);
}
