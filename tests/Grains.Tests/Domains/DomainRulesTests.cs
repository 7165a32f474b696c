using Actors.Grains.Domains;
using Actors.Mail.Authentication.Domains.Records;
using FsCheck;
using FsCheck.Fluent;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Domains;

public sealed class DomainRulesTests
{
    [Fact]
    public void records_are_looked_for_ever_more_seldom_until_48_hours_are_over()
    {
        var state = New();
        var minutes = new List<double>();
        while (state.NextLookAt is { } next)
        {
            minutes.Add((next - Start).TotalMinutes);
            state = Look(state, RecordState.Missing, next);
        }

        minutes.Take(11).ShouldBe([0, 1, 3, 6, 11, 21, 36, 66, 126, 246, 366]);
        minutes.Skip(10).Zip(minutes.Skip(11), (a, b) => b - a).SkipLast(1).ShouldAllBe(wait => wait == 120);
        minutes[^1].ShouldBe(48 * 60);
        state.Status.ShouldBe(DomainStatus.Failed);
    }

    [Theory]
    [InlineData(RecordState.Missing)]
    [InlineData(RecordState.Wrong)]
    [InlineData(RecordState.Unknown)]
    public void what_is_not_found_for_48_hours_has_failed_and_not_a_minute_before(RecordState seen)
    {
        var state = LookUntil(New(), seen, Start + DomainLimits.Window - TimeSpan.FromMinutes(1));
        state.Status.ShouldBe(DomainStatus.Pending);

        LookUntil(state, seen, Start + DomainLimits.Window).Status.ShouldBe(DomainStatus.Failed);
    }

    [Fact]
    public void verify_now_gives_a_failed_domain_another_48_hours()
    {
        var failed = LookUntil(New(), RecordState.Missing, Start + DomainLimits.Window);
        var asked = DomainRules.AskedToLook(failed, Start.AddDays(5));

        asked.Status.ShouldBe(DomainStatus.Pending);
        asked.NextLookAt.ShouldBe(Start.AddDays(5));
        LookUntil(asked, RecordState.Missing, Start.AddDays(6.9)).Status.ShouldBe(DomainStatus.Pending);
        Look(asked, RecordState.Found, Start.AddDays(5)).Status.ShouldBe(DomainStatus.Verified);
    }

    [Fact]
    public void a_double_click_on_verify_now_looks_once()
    {
        var looked = Look(New(), RecordState.Missing, Start);
        var ordered = DomainRules.Ordered(looked, Start.AddMinutes(1));

        DomainRules.AskedToLook(ordered, Start.AddMinutes(1)).ShouldBeSameAs(ordered);
        DomainRules.AskedToLook(looked, Start.AddSeconds(29)).ShouldBeSameAs(looked);
        DomainRules.AskedToLook(looked, Start.AddSeconds(30)).NextLookAt.ShouldBe(Start.AddSeconds(30));
    }

    [Fact]
    public void a_verified_domain_is_looked_at_daily()
    {
        Verified().NextLookAt.ShouldBe(Start.AddDays(1));

        var ordered = DomainRules.Ordered(New(), Start);
        DomainRules.Reported(ordered, Report(ordered.Ticket, RecordState.Found), Start, 0).NextLookAt
            .ShouldBe(Start + new TimeSpan(22, 48, 0));
    }

    [Fact]
    public void a_broken_domain_is_held_after_24_hours_and_not_before()
    {
        var broken = Look(Verified(), RecordState.Missing, Start.AddDays(1));
        broken.Status.ShouldBe(DomainStatus.Broken);
        DomainViews.Policy(broken).ShouldBe(new DomainPolicy(DomainStatus.Broken, true, false, WayOut.Automatic));

        LookUntil(broken, RecordState.Wrong, Start.AddDays(2).AddMinutes(-1)).Status.ShouldBe(DomainStatus.Broken);
        var held = LookUntil(broken, RecordState.Wrong, Start.AddDays(2));
        held.Status.ShouldBe(DomainStatus.Held);
        DomainViews.Policy(held).ShouldBe(new DomainPolicy(DomainStatus.Held, true, true, WayOut.Automatic));
    }

    [Fact]
    public void a_domain_that_is_whole_again_releases_its_mail_twice()
    {
        var held = LookUntil(
            Look(Verified(), RecordState.Missing, Start.AddDays(1)), RecordState.Missing, Start.AddDays(2));
        var whole = LookUntil(held, RecordState.Found, Start.AddDays(2).AddHours(1));

        whole.Status.ShouldBe(DomainStatus.Verified);
        whole.ReleaseAt.ShouldBe(Start.AddDays(2).AddHours(1));
        var once = DomainRules.Released(whole, whole.ReleaseAt!.Value);
        once.ReleaseAt.ShouldBe(Start.AddDays(2).AddHours(1) + DomainLimits.ReleaseAgain);
        DomainRules.Released(once, once.ReleaseAt!.Value).ReleaseAt.ShouldBeNull();
    }

    [Fact]
    public void a_domain_that_heals_within_the_grace_releases_nothing()
    {
        var whole = Look(Look(Verified(), RecordState.Missing, Start.AddDays(1)), RecordState.Found,
            Start.AddDays(1).AddHours(23));

        (whole.Status, whole.BrokenAt, whole.ReleaseAt).ShouldBe((DomainStatus.Verified, null, null));
    }

    [Fact]
    public void silence_of_dns_never_breaks_nor_holds_a_domain()
    {
        LookUntil(Verified(), RecordState.Unknown, Start.AddDays(30)).Status.ShouldBe(DomainStatus.Verified);

        var broken = Look(Verified(), RecordState.Missing, Start.AddDays(1));
        LookUntil(broken, RecordState.Unknown, Start.AddDays(10)).Status.ShouldBe(DomainStatus.Broken);
    }

    [Fact]
    public void what_was_known_stays_shown_while_dns_is_silent()
    {
        var state = Look(Verified(), RecordState.Unknown, Start.AddDays(1));

        state.Seen.Select(seen => seen.State).ShouldAllBe(seen => seen == RecordState.Found);
    }

    [Fact]
    public void a_change_does_not_begin_the_making_of_the_first_keys_anew()
    {
        var ordered = DomainRules.Ordered(New() with { Keys = [] }, Start);
        DomainRules.AskedToLookAnew(ordered, Start).ShouldBe(ordered);
        DomainRules.AskedToLookAnew(ordered with { Keys = BothKeys }, Start).OrderedAt.ShouldBeNull();
    }

    [Fact]
    public void a_domain_without_its_return_path_is_verified_and_leaves_by_the_platforms()
    {
        var ordered = DomainRules.Ordered(New(), Start);
        var state = DomainRules.Reported(
            ordered, Report(ordered.Ticket, RecordState.Found, RecordState.Missing), Start, 0.5);

        state.Status.ShouldBe(DomainStatus.Verified);
        DomainViews.Delivery(state, Key).ReturnPathHost.ShouldBeNull();
        DomainViews.Delivery(Verified(), Key).ReturnPathHost.ShouldBe("bounce.example.com");
    }

    [Fact]
    public void no_sequence_of_looks_ends_where_nobody_looks_any_more_but_failed()
    {
        var looks = Gen.Elements(RecordState.Unknown, RecordState.Found, RecordState.Missing, RecordState.Wrong)
            .ArrayOf(60);

        Prop.ForAll(looks.ToArbitrary(), seen =>
        {
            var state = New();
            foreach (var one in seen)
                state = state.NextLookAt is { } next ? Look(state, one, next) : state;
            return (state.NextLookAt is null) == (state.Status == DomainStatus.Failed)
                && (state.BrokenAt is not null) == state.Status is DomainStatus.Broken or DomainStatus.Held;
        }).QuickCheckThrowOnFailure();
    }
}
