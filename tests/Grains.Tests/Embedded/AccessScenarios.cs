using Actors.Grains.Alarms;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Sessions;
using Actors.Grains.Submissions;
using Actors.Grains.TestAddresses;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Users, sessions and links while time passes and processes die.</summary>
public sealed class AccessScenarios : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");
    private static readonly byte[] Right = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Wrong = [.. Enumerable.Repeat((byte)2, 32)];
    private static readonly PasswordHash Password = new(new PasswordSalt(new byte[16], 600_000), Right);
    private static readonly Membership Member = new(GrainWorld.Shop, "usr_a");

    private IPersonGrain Person => World.Grains.GetGrain<IPersonGrain>(Ann.Key);

    private ISessionGrain Session => World.Grains.GetGrain<ISessionGrain>("hash");

    [Fact]
    public void a_session_ends_by_itself_and_leaves_nothing()
    {
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        LogIn();
        World.Advance(SessionLimits.Idle - TimeSpan.FromSeconds(1));
        World.Run(Session.Find()).ShouldNotBeNull();
        World.Run(Session.Used());
        World.Advance(SessionLimits.Idle - TimeSpan.FromSeconds(1));
        World.Run(Session.Find()).ShouldNotBeNull();
        World.Advance(TimeSpan.FromSeconds(1));
        World.Run(Session.Find()).ShouldBeNull();
        World.Advance(AlarmClockLimits.Reading);
        World.Store.Find<SessionState>("session", "hash").ShouldBeNull();
    }

    [Fact]
    public async Task a_password_that_was_changed_has_ended_other_sessions_also_when_the_process_died()
    {
        LogIn();
        var changing = Person.ChangePassword(Right, Password, "another session");
        World.RunUntil(() => World.Store.Find<PersonState>("person", Ann.Key) is { Ending.IsEmpty: false });
        await World.Crash();

        World.Run(Session.Find()).ShouldNotBeNull(); // as the crash left it
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        World.Advance(AlarmClockLimits.Reading);
        World.Run(Session.Find()).ShouldBeNull();
        changing.IsCompletedSuccessfully.ShouldBeFalse();
    }

    [Fact]
    public void a_session_that_is_used_writes_once_a_minute()
    {
        LogIn();
        World.Run(Session.Used());
        World.Run(Session.Find()).ShouldNotBeNull().LastUsedAt.ShouldBe(World.Time.GetUtcNow());
        World.Advance(SessionLimits.Remembered - TimeSpan.FromSeconds(1));
        var last = World.Run(Session.Find()).ShouldNotBeNull().LastUsedAt;
        World.Run(Session.Used());
        World.Run(Session.Find()).ShouldNotBeNull().LastUsedAt.ShouldBe(last);
        World.Advance(TimeSpan.FromSeconds(1));
        World.Run(Session.Used());
        World.Run(Session.Find()).ShouldNotBeNull().LastUsedAt.ShouldBe(World.Time.GetUtcNow());
    }

    [Fact]
    public void five_wrong_passwords_lock_for_half_a_minute()
    {
        World.Run(Person.SetFirstPassword(Ann, Password)).ShouldBeTrue();
        World.Run(Person.Join(Ann, Member));
        for (var i = 0; i < PersonRules.FailuresFree; i++)
            World.Run(Person.Check(Wrong)).ShouldBeNull();
        World.Run(Person.Check(Right)).ShouldBeNull();
        World.Advance(PersonRules.FirstLock);
        World.Run(Person.Check(Right)).ShouldNotBeNull().ShouldBe([Member]);
    }

    [Fact]
    public async Task of_those_who_guess_at_the_same_time_no_more_than_five_are_heard_also_after_a_crash()
    {
        World.Run(Person.SetFirstPassword(Ann, Password)).ShouldBeTrue();
        World.Run(Person.Join(Ann, Member));
        var guesses = Enumerable.Range(0, PersonRules.FailuresFree).Select(_ => Person.Check(Wrong)).ToList();
        guesses.Add(Person.Check(Right));
        World.Settle();
        (await Task.WhenAll(guesses)).ShouldAllBe(memberships => memberships == null);

        await World.Crash();
        World.Run(Person.Check(Right)).ShouldBeNull();
        World.Store.Find<PersonState>("person", Ann.Key).ShouldNotBeNull().Failures
            .ShouldBe(PersonRules.FailuresFree);
    }

    [Fact]
    public void who_is_a_user_of_a_hundred_tenants_is_told_that_there_is_no_room()
    {
        for (var i = 0; i < PersonRules.MembershipsMax; i++)
            World.Run(Person.Join(Ann, new Membership(TenantId.Parse($"tenant{i}"), "usr_a"))).ShouldBeTrue();
        World.Run(Person.Join(Ann, new Membership(TenantId.Parse("tenant0"), "usr_a"))).ShouldBeTrue();
        var users = World.Grains.GetGrain<ITenantUsersGrain>(GrainWorld.Shop.Value);
        var user = World.Run(users.Invite(new UserDraft(Ann, null, UserRole.Admin, "Bob"))).Value.ShouldNotBeNull();
        var link = World.Store.Find<TenantUsersState>("tenant-users", GrainWorld.Shop.Value).ShouldNotBeNull()
            .Users[0].Invitation.ShouldNotBeNull().Hash;

        World.Run(users.Accept(user.Id, link, null)).ShouldBe(LinkStanding.NoRoom);
        World.Run(users.Access(user.Id)).ShouldBeNull();

        World.Run(Person.Leave(new Membership(TenantId.Parse("tenant0"), "usr_a")));
        World.Run(users.Accept(user.Id, link, null)).ShouldBe(LinkStanding.Open);
        World.Run(users.Access(user.Id)).ShouldNotBeNull();
    }

    [Fact]
    public void nothing_is_written_of_somebody_who_does_not_exist()
    {
        World.Run(Person.Check(Wrong)).ShouldBeNull();
        World.Run(Person.RequestReset());
        World.Settle();
        World.Run(Person.Check(Right)).ShouldBeNull();
        World.Store.Find<PersonState>("person", Ann.Key).ShouldBeNull();
    }

    [Fact]
    public void a_link_is_known_to_be_old_for_a_month_and_then_to_nobody()
    {
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        var link = World.Grains.GetGrain<ILinkGrain>("token");
        var target = new LinkTarget(LinkPurpose.Invitation, GrainWorld.Shop, "usr_a");
        World.Run(link.Issue(target, World.Time.GetUtcNow()));
        World.Time.SetClock(World.Time.GetUtcNow() + LinkLimits.ToldExpired - TimeSpan.FromMinutes(2));
        World.Advance(AlarmClockLimits.Reading);
        World.Run(link.Find()).ShouldBe(target);
        World.Advance(2 * AlarmClockLimits.Reading);
        World.Run(link.Find()).ShouldBeNull();
    }

    [Fact]
    public void a_user_of_a_tenant_that_left_is_logged_out_and_forgotten()
    {
        LogIn();
        World.Run(Person.Leave(Member));
        World.Run(Session.Find()).ShouldBeNull();
        World.Run(Person.Salt()).ShouldBeNull();
    }

    [Fact]
    public void who_changes_the_password_during_a_log_in_is_not_left_with_its_session()
    {
        World.Run(Person.SetFirstPassword(Ann, Password)).ShouldBeTrue();
        World.Run(Person.Join(Ann, Member));
        World.Run(Person.Check(Right)).ShouldNotBeNull();
        var next = Password with { Hash = [.. Right.Reverse().Select(octet => (byte)(octet + 1))] };
        World.Run(Person.ChangePassword(Right, next, "another session")).ShouldBeTrue();

        World.Run(Person.OpenSession(Draft(), Right)).ShouldBeFalse();
        World.Run(Session.Find()).ShouldBeNull();
        World.Run(Person.Sessions(Member)).ShouldBeEmpty();
    }

    [Fact]
    public void a_session_that_is_opened_while_the_password_changes_is_ended_by_it()
    {
        World.Run(Person.SetFirstPassword(Ann, Password)).ShouldBeTrue();
        World.Run(Person.Join(Ann, Member));
        var opening = Person.OpenSession(Draft(), Right);
        World.Run(Person.ChangePassword(Right, Password, "another session")).ShouldBeTrue();

        World.Run(opening).ShouldBeTrue();
        World.Run(Session.Find()).ShouldBeNull();
    }

    [Fact]
    public void an_address_that_is_removed_and_added_again_is_not_flooded()
    {
        var addresses = World.Grains.GetGrain<ITestAddressesGrain>(GrainWorld.Shop.Value);
        for (var i = 0; i < HourlyAllowance.ApproachesMax; i++)
        {
            World.Run(addresses.Add(Ann)).Refusal.ShouldBeNull();
            World.Run(addresses.Remove(Ann)).ShouldBeNull();
        }

        World.Run(addresses.Add(Ann)).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.TooManyAttempts);
        World.Time.SetClock(World.Time.GetUtcNow() + HourlyAllowance.Hour);
        World.Run(addresses.Add(Ann)).Refusal.ShouldBeNull();
    }

    private SessionDraft Draft() =>
        new(Ann.Key, new SessionEntry("hash", "ses_a", Member, World.Time.GetUtcNow()), "", "");

    private void LogIn()
    {
        World.Run(Person.SetFirstPassword(Ann, Password)).ShouldBeTrue();
        World.Run(Person.Join(Ann, Member));
        World.Run(Person.OpenSession(Draft(), Right)).ShouldBeTrue();
    }
}
