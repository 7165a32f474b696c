using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Contacts;

public sealed class ContactRulesTests
{
    [Fact]
    public void a_hard_bounce_makes_the_contact_bounced_at_once_and_names_the_message()
    {
        var contact = Causes.After(Causes.Failed(1, 0, Causes.Unknown));
        (contact.Standing, contact.Blacklist).ShouldBe((ContactStanding.Bounced, BlacklistReasons.HardBounce));
        contact.Bounced.ShouldBe(new ContactMark(Causes.Start, Causes.Message(1)));
        (contact.Address, contact.IsContact, contact.Origin).ShouldBe((Causes.Ann, false, ContactOrigin.Send));
    }

    [Theory]
    [InlineData("mail_block", "sender_ip")]
    [InlineData("spam_content", "content")]
    [InlineData("relaying_denied", "policy")]
    [InlineData("undetermined", "system")]
    [InlineData("timeout", "domain")]
    [InlineData("timeout", "recipient")]
    public void what_is_not_the_addresss_fault_never_counts(string category, string scope)
    {
        var before = Causes.After(Causes.Failed(1, 0, Causes.Full));
        foreach (var hard in new[] { false, true })
            for (var day = 1; day < 20; day++)
                Causes.After(before, Causes.Failed(day + 1, day, new Verdict(category, hard, scope, "r")))
                    .ShouldBeSameAs(before);
    }

    [Fact]
    public void three_messages_that_fail_softly_over_five_days_are_enough()
    {
        var two = Causes.After(Causes.Failed(1, 0, Causes.Full), Causes.Failed(2, 4, Causes.DomainSoft));
        two.Standing.ShouldBe(ContactStanding.Active);
        Causes.After(two, Causes.Failed(3, 4.99, Causes.Full)).Standing.ShouldBe(ContactStanding.Active);
        var three = Causes.After(two, Causes.Failed(3, 5, Causes.Full));
        three.Standing.ShouldBe(ContactStanding.Bounced);
        three.Story().ShouldBe(["0 soft_bounced", "4 soft_bounced", "5 soft_bounced", "5 bounced"]);
    }

    [Fact]
    public void two_over_weeks_and_a_hundred_in_a_day_are_not()
    {
        Causes.After(Causes.Failed(1, 0, Causes.Full), Causes.Failed(2, 30, Causes.Full)).Standing
            .ShouldBe(ContactStanding.Active);
        var crowd = Causes.After([.. Enumerable.Range(0, 100).Select(i => Causes.Failed(i, i / 100.0, Causes.Full))]);
        crowd.Standing.ShouldBe(ContactStanding.Active);
        (crowd.Run.Length, crowd.Run[0]).ShouldBe((ContactLimits.RunMax, Causes.Start));
        Causes.After(crowd, Causes.Failed(200, 5, Causes.Full)).Standing.ShouldBe(ContactStanding.Bounced);
    }

    [Fact]
    public void how_many_and_how_long_can_be_set()
    {
        var options = new ContactOptions { SoftBouncesMin = 2, SoftBouncesOver = TimeSpan.FromDays(1) };
        var contact = ContactRules.Apply(new ContactState(), Causes.Failed(1, 0, Causes.Full), options);
        ContactRules.Apply(contact, Causes.Failed(2, 0.9, Causes.Full), options).Bounced.ShouldBeNull();
        ContactRules.Apply(contact, Causes.Failed(2, 1, Causes.Full), options).Bounced.ShouldNotBeNull();
    }

    [Fact]
    public void in_the_sandbox_days_pass_as_fast_as_its_messages_do()
    {
        var minute = TimeSpan.FromMinutes(1).TotalDays;
        Causes.After(
            Causes.Failed(1, 0, Causes.Full, 3_600), Causes.Failed(2, minute, Causes.Full, 3_600),
            Causes.Failed(3, 2 * minute, Causes.Full, 3_600)).Standing.ShouldBe(ContactStanding.Bounced);
    }

    [Fact]
    public void a_delivery_ends_the_run()
    {
        var contact = Causes.After(
            Causes.Failed(1, 0, Causes.Full), Causes.Failed(2, 3, Causes.Full), Causes.Delivered(3, 4),
            Causes.Failed(4, 6, Causes.Full), Causes.Failed(5, 10, Causes.Full));
        contact.Standing.ShouldBe(ContactStanding.Active);
        contact.Run.Length.ShouldBe(2);
        Causes.After(contact, Causes.Failed(6, 11, Causes.Full)).Standing.ShouldBe(ContactStanding.Bounced);
    }

    [Fact]
    public void what_is_told_late_counts_for_when_it_happened()
    {
        var run = Causes.After(Causes.Failed(1, 0, Causes.Full), Causes.Failed(2, 6, Causes.Full));
        var between = Causes.After(run, Causes.Delivered(3, 5));
        between.Run.ShouldBe([Causes.Start.AddDays(6)]);
        Causes.After(between, Causes.Failed(4, 4, Causes.Full)).ShouldBeSameAs(between);
        Causes.After(new ContactState(), Causes.Delivered(1, 0)).Causes.ShouldBeEmpty(); // without a run it is no news
    }

    [Fact]
    public void a_late_bounce_counts_as_a_failure_does()
    {
        Causes.After(Causes.LateBounced(1, 0, Causes.Unknown)).Standing.ShouldBe(ContactStanding.Bounced);
        Causes.After(Causes.LateBounced(1, 0, Causes.Full)).Run.Length.ShouldBe(1);
        Causes.After(Causes.LateBounced(1, 0, Causes.Blocked)).CreatedAt.ShouldBe(default);
    }

    [Fact]
    public void one_message_fails_its_address_once_also_when_a_report_comes_of_it_later()
    {
        var full = Causes.After(Causes.Failed(1, 0, Causes.Full));
        Causes.After(full, Causes.LateBounced(1, 1, Causes.Full)).ShouldBeSameAs(full);
        var erased = Causes.LateBounced(1, 1, Causes.Full) with { CountsFor = AccountId.Parse("acc_shop") };
        Causes.After(full, erased).ShouldBeSameAs(full);
        Causes.After(Causes.LateBounced(1, 0, Causes.Full), Causes.Failed(1, 1, Causes.Full)).Run.Length.ShouldBe(1);
    }

    [Fact]
    public void a_hard_failure_counts_also_where_a_soft_one_of_the_same_message_came_first()
    {
        var full = Causes.After(Causes.Failed(1, 0, Causes.Full));
        var gone = Causes.After(full, Causes.LateBounced(1, 1, Causes.Unknown));
        (gone.Standing, gone.Bounced).ShouldBe(
            (ContactStanding.Bounced, new ContactMark(Causes.Start.AddDays(1), Causes.Message(1))));
        gone.Story().ShouldBe(["0 soft_bounced", "1 bounced"]);
        Causes.After(gone, Causes.LateBounced(1, 1, Causes.Unknown), Causes.Failed(1, 0, Causes.Full))
            .ShouldBeSameAs(gone);

        var erased = Causes.LateBounced(1, 1, Causes.Unknown) with { CountsFor = AccountId.Parse("acc_shop") };
        Causes.After(full, erased).Outcome.ShouldNotBeNull().Counts.Hard.ShouldBe(1);
        Causes.After(gone, erased).ShouldBeSameAs(gone);
    }

    [Fact]
    public void a_soft_failure_that_is_told_after_the_hard_one_of_its_message_begins_no_run()
    {
        var gone = Causes.After(Causes.LateBounced(1, 1, Causes.Unknown));
        var (working, _) = ContactBlocks.Unblock(gone, BlacklistReasons.HardBounce, Causes.Start.AddDays(2));
        Causes.After(working!, Causes.Failed(1, 0, Causes.Full)).ShouldBeSameAs(working);
    }

    [Fact]
    public void a_complaint_outweighs_all_else_and_a_bounce_an_unsubscribing()
    {
        var contact = Causes.After(Causes.Unsubscribed(1, 0));
        contact.Standing.ShouldBe(ContactStanding.Unsubscribed);
        contact = Causes.After(contact, Causes.Failed(2, 1, Causes.Unknown));
        contact.Standing.ShouldBe(ContactStanding.Bounced);
        contact = Causes.After(contact, Causes.Complained(3, 2));
        contact.Standing.ShouldBe(ContactStanding.Complained);
        contact.Blacklist.ShouldBe(BlacklistReasons.All & ~BlacklistReasons.Manual);
    }

    [Fact]
    public void who_unsubscribes_from_a_list_leaves_that_list_alone()
    {
        var on = ContactChanges.Put(
            new ContactState(), new ContactCommand.Put(Causes.Ann, new ContactState().Details, ["news", "offers"],
                ContactOrigin.Api), Causes.Start);
        var left = Causes.After(on, Causes.Unsubscribed(1, 1, "news"), Causes.Unsubscribed(2, 2, "news"));
        left.Standing.ShouldBe(ContactStanding.Active);
        left.Lists.Single(list => list.Name == "news").LeftAt.ShouldBe(Causes.Start.AddDays(1));
        left.Lists.Single(list => list.Name == "offers").LeftAt.ShouldBeNull();
        left.Story().ShouldBe(["0 created", "1 unsubscribed"]);
    }

    [Fact]
    public void history_and_causes_are_bounded()
    {
        var contact = new ContactState();
        for (var i = 0; i < 200; i++)
            contact = Causes.After(contact, Causes.Failed(2 * i, i, Causes.Full), Causes.Delivered(2 * i + 1, i + 0.5));
        (contact.History.Length, contact.Causes.Length).ShouldBe((ContactLimits.HistoryMax, ContactLimits.CausesMax));
    }

    [Fact]
    public void telling_anything_twice_in_a_row_or_later_changes_once()
    {
        var cause = Gen.OneOf(
            from message in Gen.Choose(0, 5)
            from day in Gen.Choose(0, 20)
            from verdict in Gen.Elements(Causes.Unknown, Causes.Full, Causes.Blocked, Causes.DomainSoft)
            select Causes.Failed(message, day, verdict),
            Gen.Choose(0, 5).Select(message => Causes.Delivered(message, message * 3)),
            Gen.Choose(0, 5).Select(message => Causes.Complained(message, message * 3)),
            Gen.Choose(0, 5).Select(message => Causes.Unsubscribed(message, message * 3)));
        Prop.ForAll(Gen.ListOf(cause).ToArbitrary(), causes =>
        {
            var told = causes.Take(10).ToArray();
            var once = Causes.After(told);
            Causes.After(once, told).Story().Count(line => line.EndsWith("bounced", StringComparison.Ordinal))
                .ShouldBe(once.Story().Count(line => line.EndsWith("bounced", StringComparison.Ordinal)));
            foreach (var one in told.Where(one => once.Causes.Contains(one.Key)))
                Causes.After(once, one).ShouldBeSameAs(once);
        }).Check(Config.QuickThrowOnFailure);
    }
}
