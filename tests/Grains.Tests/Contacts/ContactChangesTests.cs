using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Contacts;

public sealed class ContactChangesTests
{
    private static readonly DateTimeOffset Now = Causes.Start;

    [Fact]
    public void an_address_that_bounced_before_it_was_a_contact_is_one_that_bounced()
    {
        var contact = Put(Causes.After(Causes.Failed(1, -1, Causes.Unknown)));
        (contact.IsContact, contact.Standing, contact.Origin)
            .ShouldBe((true, ContactStanding.Bounced, ContactOrigin.Send));
    }

    [Fact]
    public void a_list_that_was_left_is_not_joined_by_anybody_else()
    {
        var left = Causes.After(Put(new ContactState(), "news"), Causes.Unsubscribed(1, 1, "news"));
        Put(left, "news").ShouldBeSameAs(left);
        var changed = ContactChanges.Change(left, new ContactCommand.Change(null, ["news", "offers"]), Now);
        changed.Lists.Select(list => (list.Name, list.LeftAt is null)).ShouldBe([("news", false), ("offers", true)]);
        ContactChanges.Change(changed, new ContactCommand.Change(null, []), Now).Lists.Select(list => list.Name)
            .ShouldBe(["news"]);
    }

    [Fact]
    public void who_leaves_by_word_of_the_tenant_has_left_as_by_a_link_and_once()
    {
        var contact = Leave(Put(new ContactState(), "news"), "news");
        contact.Lists.ShouldBe([new ContactList("news", Now, Now)]);
        contact.Standing.ShouldBe(ContactStanding.Active);
        Leave(contact, "news").ShouldBeSameAs(contact);
        var gone = Leave(contact, null);
        (gone.Standing, gone.Unsubscribed).ShouldBe((ContactStanding.Unsubscribed, new ContactMark(Now, null)));
        gone.History[^1].ShouldBe(new ContactChange(Now, ContactHappening.Unsubscribed));
        Leave(gone, null).ShouldBeSameAs(gone);
        Causes.After(gone, Causes.Unsubscribed(1, 1)).Unsubscribed.ShouldBe(gone.Unsubscribed);
    }

    [Fact]
    public void who_leaves_unknown_is_remembered_and_no_contact_and_who_was_erased_stays_without_address()
    {
        var unknown = Leave(new ContactState(), null);
        (unknown.IsContact, unknown.Address, unknown.Blacklist)
            .ShouldBe((false, Causes.Ann, BlacklistReasons.Unsubscribe));
        var erased = ContactChanges.Erase(Leave(Put(new ContactState(), "news"), "news")).ShouldNotBeNull();
        Leave(erased, null).Address.ShouldBeNull();
    }

    [Fact]
    public void what_is_taken_off_the_blacklist_leaves_the_other_reasons()
    {
        var contact = Causes.After(
            Causes.Unsubscribed(1, 0), Causes.Failed(2, 1, Causes.Full), Causes.Failed(3, 2, Causes.Unknown));
        contact = Block(contact);
        var (off, refusal) = ContactBlocks.Unblock(contact, BlacklistReasons.HardBounce, Now);
        refusal.ShouldBeNull();
        off.ShouldNotBeNull().Standing.ShouldBe(ContactStanding.Unsubscribed);
        (off.Run.IsEmpty, off.Blacklist).ShouldBe((true, BlacklistReasons.Unsubscribe | BlacklistReasons.Manual));
        ContactBlocks.Unblock(off, BlacklistReasons.HardBounce, Now).Refusal.ShouldBe(Answers.Answer.NotFound);
        Causes.After(off, Causes.Failed(3, 2, Causes.Unknown)).ShouldBeSameAs(off); // it was told before
    }

    [Fact]
    public void nobody_takes_a_complaint_back()
    {
        var contact = Causes.After(Causes.Complained(1, 0));
        ContactBlocks.Unblock(contact, BlacklistReasons.All, Now).ShouldBe((contact, ContactBlocks.ComplaintStays));
        ContactBlocks.Unblock(Block(contact), BlacklistReasons.All, Now).State.ShouldNotBeNull().Blacklist
            .ShouldBe(BlacklistReasons.Complaint);
    }

    [Fact]
    public void blocking_twice_changes_nothing_and_another_time_keeps_its_beginning()
    {
        var blocked = Block(new ContactState());
        Block(blocked).ShouldBeSameAs(blocked);
        var longer = ContactBlocks.Block(
            blocked, new ContactCommand.Block(Causes.Ann, null, "n", Now.AddDays(9)), Now.AddDays(1));
        longer.Blocked.ShouldBe(new ManualBlock(Now, Now.AddDays(9), "n"));
    }

    [Fact]
    public void an_entry_that_is_made_after_another_has_ended_begins_anew()
    {
        var ended = ContactBlocks.Block(
            new ContactState(), new ContactCommand.Block(Causes.Ann, null, null, Now.AddDays(1)), Now);
        ContactBlocks.Block(ended, new ContactCommand.Block(Causes.Ann, null, null, null), Now.AddDays(2))
            .Blocked.ShouldBe(new ManualBlock(Now.AddDays(2), null, null));
    }

    [Fact]
    public void erasing_keeps_what_may_not_be_sent_and_nothing_of_the_person()
    {
        ContactChanges.Erase(Put(new ContactState(), "news")).ShouldBeNull();
        var kept = ContactChanges.Erase(Causes.After(
            Block(Put(new ContactState(), "news", "offers")), Causes.Unsubscribed(1, 1, "news"),
            Causes.Complained(2, 2))).ShouldNotBeNull();
        kept.Address.ShouldBeNull();
        (kept.IsContact, kept.Details.Count, kept.History.Length, kept.Causes.Length).ShouldBe((false, 0, 0, 0));
        kept.Lists.ShouldHaveSingleItem().Name.ShouldBe("news");
        kept.Blocked.ShouldNotBeNull().Note.ShouldBeNull();
        kept.Standing.ShouldBe(ContactStanding.Complained);
        ContactChanges.Erase(kept).ShouldBeSameAs(kept);
    }

    [Fact]
    public void what_comes_of_messages_under_way_does_not_bring_an_erased_address_back()
    {
        var kept = ContactChanges.Erase(Causes.After(Causes.Unsubscribed(1, 0))).ShouldNotBeNull();
        var bounced = Causes.After(kept, Causes.Failed(2, 1, Causes.Unknown), Causes.Complained(3, 2));
        (bounced.Address, bounced.Standing).ShouldBe((null, ContactStanding.Complained));
        Put(bounced).Address.ShouldBe(Causes.Ann, "its tenant gives it anew");
    }

    [Fact]
    public void nothing_of_a_domain_is_kept_once_it_is_off()
    {
        var domain = ContactBlocks.Block(
            new ContactState(), new ContactCommand.Block(null, DomainName.Parse("example.org"), null, null), Now);
        (domain.Address, domain.BlockedDomain?.Ascii).ShouldBe((null, "example.org"));
        ContactBlocks.Unblock(domain, BlacklistReasons.Manual, Now).ShouldBe((null, null));
    }

    private static ContactState Leave(ContactState contact, string? list) =>
        ContactChanges.Leave(contact, new ContactCommand.Leave(Causes.Ann, list), Now);

    private static ContactState Put(ContactState contact, params string[] lists) => ContactChanges.Put(
        contact,
        new ContactCommand.Put(
            Causes.Ann, ImmutableDictionary<string, string>.Empty.Add("city", "Oslo"), [.. lists], ContactOrigin.Api),
        Now);

    private static ContactState Block(ContactState contact) =>
        ContactBlocks.Block(contact, new ContactCommand.Block(Causes.Ann, null, "by phone", null), Now);
}
