using Actors.Grains.Domains;
using Actors.Grains.Ids;
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

        DomainChanges.Apply(state, new DomainChange { WayOut = WayOut.Automatic }, null, Start).State
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
        DomainChanges.Apply(Verified(), new DomainChange { WayOut = WayOut.Platform }, NoAddOn, Start)
            .Refusal.ShouldBeNull();
    }

    [Fact]
    public void the_way_of_an_own_server_names_its_account_and_no_other_way_does()
    {
        var account = AccountId.Parse("acc_own");
        var own = DomainChanges.Apply(
            Verified(), new DomainChange { WayOut = WayOut.Own, Account = account }, null, Start).State;

        (own.WayOut, own.Account).ShouldBe((WayOut.Own, account));
        DomainChanges.Apply(own, new DomainChange { TrackingLabel = "t" }, null, Start).State.Account.ShouldBe(account);
        DomainChanges.Apply(own, new DomainChange { WayOut = WayOut.Hosted }, null, Start).State.Account.ShouldBeNull();
        foreach (var wrong in new[]
        {
            new DomainChange { WayOut = WayOut.Own }, new DomainChange { Account = account },
            new DomainChange { WayOut = WayOut.Hosted, Account = account },
        })
            DomainChanges.Apply(own, wrong, null, Start).Refusal!.Errors.ShouldHaveSingleItem().Pointer
                .ShouldBe("/smtp_account");
    }

    [Fact]
    public void a_domain_breaks_also_while_another_selector_is_looked_for()
    {
        var (changed, _) = DomainChanges.Apply(Verified(), new DomainChange { Selector = "news" }, null, Start);

        DomainRecords.Wanted(changed, Key.Domain, Options)
            .Where(record => record.Purpose >= RecordPurpose.DkimFirstInUse)
            .Select(record => record.Name).ShouldBe(
                ["abcdefgh2345-1._domainkey.example.com", "abcdefgh2345-2._domainkey.example.com"]);
        var broken = LookInUse(changed, RecordState.Missing, Start);
        broken.Status.ShouldBe(DomainStatus.Broken);
        LookInUse(broken, RecordState.Missing, Start + DomainLimits.Grace).Status.ShouldBe(DomainStatus.Held);

        var whole = LookInUse(changed, RecordState.Found, Start);
        (whole.Status, whole.SelectorWanted).ShouldBe((DomainStatus.Verified, "news"));
        whole.NextLookAt.ShouldBe(Start + DomainLimits.WhileBroken); // the new one is looked for meanwhile
        Look(broken, RecordState.Found, Start).Status.ShouldBe(DomainStatus.Verified); // by the new one

        static DomainState LookInUse(DomainState state, RecordState dkim, DateTimeOffset at)
        {
            var ordered = DomainRules.Ordered(state, at);
            var report = Report(ordered.Ticket, RecordState.Missing);
            return DomainRules.Reported(
                ordered,
                report with
                {
                    Seen =
                    [
                        .. report.Seen, new(RecordPurpose.DkimFirstInUse, dkim, ""),
                        new(RecordPurpose.DkimSecondInUse, dkim, ""),
                    ],
                },
                at, 0.5);
        }
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
