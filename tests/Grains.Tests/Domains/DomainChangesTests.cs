using Actors.Grains.Domains;
using Actors.Grains.Submissions;
using Actors.Mail.Authentication.Domains.Records;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Domains;

public sealed class DomainChangesTests
{
    private static readonly Refusal NoAddOn = Refusal.Of(RefusalCode.PlanLimit, "It is the add-on dedicated_ip.");

    [Fact]
    public void what_changes_nothing_counts_for_nothing()
    {
        var state = Verified();

        DomainChanges.Apply(state, new DomainChange { WayOut = WayOut.Hosted }, null, Start).State
            .ShouldBeSameAs(state);
    }

    [Fact]
    public void another_return_path_is_looked_for_at_once_and_what_is_being_looked_at_counts_for_nothing()
    {
        var looking = DomainRules.Ordered(Verified(), Start.AddHours(1));
        var (state, refusal) = DomainChanges.Apply(
            looking, new DomainChange { ReturnPathLabel = "returns" }, null, Start.AddHours(1));

        refusal.ShouldBeNull();
        (state.OrderedAt, state.NextLookAt, state.Revision).ShouldBe((null, Start.AddHours(1), 1));
        DomainRules.Ordered(state, Start).Ticket.ShouldBeGreaterThan(looking.Ticket);
    }

    [Theory]
    [InlineData("", "click")]
    [InlineData("-a", "click")]
    [InlineData("a.b", "click")]
    [InlineData("A", "click")]
    [InlineData("same", "same")]
    public void hosts_that_cannot_be_are_refused(string path, string tracking) =>
        DomainChanges.Apply(
                Verified(), new DomainChange { ReturnPathLabel = path, TrackingLabel = tracking }, null, Start)
            .Refusal!.Code.ShouldBe(RefusalCode.InvalidField);

    [Fact]
    public void a_selector_and_a_report_address_of_ones_own_need_the_add_on()
    {
        DomainChanges.Apply(Verified(), new DomainChange { Selector = "news" }, NoAddOn, Start)
            .Refusal.ShouldBe(NoAddOn);
        DomainChanges.Apply(Verified(), new DomainChange { DmarcReports = "d@example.com" }, NoAddOn, Start)
            .Refusal.ShouldBe(NoAddOn);
        DomainChanges.Apply(Verified(), new DomainChange { WayOut = WayOut.Own }, NoAddOn, Start)
            .Refusal.ShouldBeNull();
    }

    [Fact]
    public void the_old_selector_signs_until_the_new_one_is_found()
    {
        var (changed, _) = DomainChanges.Apply(Verified(), new DomainChange { Selector = "news" }, null, Start);

        DomainRecords.Wanted(changed, Key.Domain, Options)[0].Name.ShouldBe("news-1._domainkey.example.com");
        DomainViews.Delivery(changed, Key).Keys[0].Selector.ShouldBe("abcdefgh2345-1");
        var missing = Look(changed, RecordState.Missing, Start);
        missing.Status.ShouldBe(DomainStatus.Verified);
        DomainViews.Delivery(Look(missing, RecordState.Found, Start.AddHours(1)), Key).Keys[0].Selector
            .ShouldBe("news-1");
    }

    [Fact]
    public void a_new_selector_that_never_appears_is_forgotten_after_48_hours()
    {
        var (changed, _) = DomainChanges.Apply(Verified(), new DomainChange { Selector = "news" }, null, Start);

        var state = LookUntil(changed, RecordState.Missing, Start + DomainLimits.Window);

        (state.SelectorWanted, state.Status).ShouldBe((null, DomainStatus.Verified));
    }
}
