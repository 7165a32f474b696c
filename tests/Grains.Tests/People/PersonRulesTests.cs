using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.PlatformMails;
using Actors.Grains.Sessions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.People;

public sealed class PersonRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");
    private static readonly Membership Shop = new(TenantId.Parse("shop"), "usr_a");
    private static readonly byte[] Right = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Wrong = [.. Enumerable.Repeat((byte)2, 32)];

    private static readonly PersonState Person = PersonRules.Joined(
        new PersonState { Password = new PasswordHash(new PasswordSalt(new byte[16], 600_000), Right) }, Ann, Shop)!;

    [Fact]
    public void the_locks_grow_from_half_a_minute_to_a_quarter_of_an_hour()
    {
        var state = Person;
        var locks = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            var now = state.LockedUntil > Now ? state.LockedUntil : Now;
            state = PersonRules.Failed(state, now);
            locks.Add((state.LockedUntil - now).TotalSeconds);
        }

        locks.Select(seconds => seconds < 0 ? 0 : seconds).ShouldBe([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
    }

    [Fact]
    public void a_tenant_writes_to_who_is_its_user_alone_and_the_operator_to_who_is_anothers_too()
    {
        PersonRules.WriterTo(Person).ShouldBe(Shop.Tenant);
        PersonRules.WriterTo(PersonRules.Joined(Person, Ann, new(TenantId.Parse("other"), "usr_b"))!)
            .ShouldBe(PlatformSender.Tenant);
        PersonRules.WriterTo(new PersonState()).ShouldBeNull();
    }

    [Fact]
    public void while_locked_the_right_password_is_wrong_and_further_failures_do_not_count()
    {
        var locked = Fail(Person, 5, Now);
        PersonRules.Matches(locked, Right, Now.AddSeconds(29)).ShouldBeFalse();
        PersonRules.Failed(locked, Now.AddSeconds(29)).ShouldBeSameAs(locked);
        PersonRules.Matches(locked, Right, Now.AddSeconds(30)).ShouldBeTrue();
        PersonRules.Succeeded(locked).Failures.ShouldBe(0);
    }

    [Fact]
    public void failures_are_forgotten_after_a_day()
    {
        var failed = Fail(Person, 4, Now);
        PersonRules.Failed(failed, Now.AddHours(24)).Failures.ShouldBe(1);
        PersonRules.Failed(failed, Now.AddHours(23)).LockedUntil.ShouldBe(Now.AddHours(23).AddSeconds(30));
    }

    [Fact]
    public void nobody_has_no_password_not_even_that_of_zeroes()
    {
        PersonRules.Matches(new PersonState(), new byte[32], Now).ShouldBeFalse();
        PersonRules.Matches(Person, Wrong, Now).ShouldBeFalse();
        PersonRules.Failed(new PersonState(), Now).ShouldBe(new PersonState());
    }

    [Fact]
    public void a_link_to_a_new_password_holds_for_an_hour_and_once()
    {
        var reset = PersonRules.NextReset(Person, "a", Now).ShouldNotBeNull();
        reset.At(Now.AddMinutes(59)).ShouldBe(LinkStanding.Open);
        reset.At(Now.AddMinutes(60)).ShouldBe(LinkStanding.Expired);
        var state = PersonRules.WithPassword(PersonRules.WithReset(Person, reset), Other, reset);
        PersonRules.FindReset(state, "a").ShouldNotBeNull().At(Now).ShouldBe(LinkStanding.Used);
        PersonRules.FindReset(state, "b").ShouldBeNull();
    }

    [Fact]
    public void links_before_stay_good_until_one_is_used_or_the_password_changes()
    {
        var state = Asked(Asked(Person, "a", Now), "b", Now.AddMinutes(2));
        state.Resets.Select(link => link.At(Now.AddMinutes(2))).ShouldBe([LinkStanding.Open, LinkStanding.Open]);
        PersonRules.WithPassword(state, Other, state.Resets[1]).Resets.Select(link => link.At(Now.AddMinutes(3)))
            .ShouldBe([LinkStanding.Expired, LinkStanding.Used]);
        PersonRules.WithPassword(state, Other, "session").Resets.Select(link => link.At(Now.AddMinutes(3)))
            .ShouldBe([LinkStanding.Expired, LinkStanding.Expired]);
    }

    [Fact]
    public void three_links_are_sent_an_hour_and_while_no_fourth_is_one_of_them_is_good()
    {
        var state = Enumerable.Range(0, PersonRules.ResetsMax).Aggregate(
            Person, (so, i) => Asked(so, $"{i}", Now.AddMinutes(2 * i)));
        for (var minutes = 6; minutes < 60; minutes++)
        {
            PersonRules.NextReset(state, "d", Now.AddMinutes(minutes)).ShouldBeNull();
            state.Resets.ShouldContain(link => link.At(Now.AddMinutes(minutes)) == LinkStanding.Open);
        }

        PersonRules.NextReset(state, "d", Now.AddMinutes(60)).ShouldNotBeNull();
    }

    [Fact]
    public void old_links_are_forgotten_one_by_one()
    {
        var state = Enumerable.Range(0, PersonRules.ResetsKept + 2).Aggregate(
            Person, (so, i) => Asked(so, $"{i}", Now.AddHours(i)));
        state.Resets.Length.ShouldBe(PersonRules.ResetsKept);
        PersonRules.FindReset(state, "1").ShouldBeNull();
    }

    [Fact]
    public void links_are_not_sent_one_after_the_other_nor_to_nobody()
    {
        var state = Asked(Person, "a", Now);
        PersonRules.NextReset(state, "b", Now.AddSeconds(119)).ShouldBeNull();
        PersonRules.NextReset(state, "b", Now.AddSeconds(120)).ShouldNotBeNull();
        PersonRules.NextReset(new PersonState(), "a", Now).ShouldBeNull();
    }

    [Fact]
    public void the_oldest_of_too_many_sessions_ends()
    {
        var state = Enumerable.Range(0, SessionLimits.PerPersonMax + 1).Aggregate(
            Person, (so, i) => PersonRules.WithSession(so, new SessionEntry($"h{i}", $"ses_{i}", Shop, Now)));
        state.Sessions.Length.ShouldBe(SessionLimits.PerPersonMax);
        state.Ending.ShouldBe(["h0"]);
        state.DueAt.ShouldNotBeNull("a crash before it is told must not keep it open");
    }

    [Fact]
    public void a_new_password_ends_every_session_but_the_one_that_asks_and_every_lock()
    {
        var state = PersonRules.WithSession(
            PersonRules.WithSession(Fail(Person, 7, Now), new SessionEntry("a", "ses_a", Shop, Now)),
            new SessionEntry("b", "ses_b", Shop, Now));
        var next = PersonRules.WithPassword(state, Other, "b");
        next.Sessions.Select(one => one.Hash).ShouldBe(["b"]);
        next.Ending.ShouldBe(["a"]);
        PersonRules.Matches(next, Wrong, Now).ShouldBeTrue();
    }

    [Fact]
    public void of_who_is_a_user_of_nobody_nothing_stays()
    {
        var state = PersonRules.WithSession(Person, new SessionEntry("a", "ses_a", Shop, Now));
        var left = PersonRules.Left(state, Shop);
        left.ShouldBe(new PersonState { Ending = left.Ending });
        left.Ending.ShouldBe(["a"]);
        PersonRules.Left(left, Shop).ShouldBeSameAs(left);
    }

    private static PasswordHash Other => new(new PasswordSalt([], 1), Wrong);

    private static PersonState Asked(PersonState state, string hash, DateTimeOffset at) =>
        PersonRules.WithReset(state, PersonRules.NextReset(state, hash, at).ShouldNotBeNull());

    private static PersonState Fail(PersonState state, int times, DateTimeOffset at) =>
        Enumerable.Range(0, times).Aggregate(state, (so, _) => PersonRules.Failed(so, at));
}
