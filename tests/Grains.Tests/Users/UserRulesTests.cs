using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Users;

public sealed class UserRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void an_admin_who_only_was_invited_does_not_keep_the_last_one_from_being_the_last()
    {
        var state = Invite(Active(new TenantUsersState(), "a"), "b").State;
        UserRules.Removed(state, "a").Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
        UserRules.Changed(state, "a", new UserChange(null, UserRole.Sender), null).Refusal
            .ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
        UserRules.Removed(state, "b").User.ShouldNotBeNull();
    }

    [Fact]
    public void of_two_admins_one_may_go()
    {
        var state = Active(Active(new TenantUsersState(), "a"), "b");
        var one = UserRules.Removed(state, "a").State;
        one.Users.Select(user => user.Id).ShouldBe(["b"]);
        UserRules.Removed(one, "b").Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void an_invitation_holds_for_seven_days_and_says_so_afterwards()
    {
        var user = Invite(new TenantUsersState(), "a").User.ShouldNotBeNull();
        Standing(user, "link-a", false, Now.AddDays(7).AddTicks(-1)).ShouldBe(LinkStanding.Open);
        Standing(user, "link-a", false, Now.AddDays(7)).ShouldBe(LinkStanding.Expired);
        Standing(user, "link-a", true, Now).ShouldBe(LinkStanding.Used);
        Standing(user, "link-b", false, Now).ShouldBe(LinkStanding.Unknown);
        UserRules.Standing(null, "link-a", false, Now).ShouldBe(LinkStanding.Unknown);
    }

    [Fact]
    public void there_are_two_hundred_users_at_most()
    {
        var state = Enumerable.Range(0, UserLimits.UsersMax).Aggregate(
            new TenantUsersState(), (so, i) => Invite(so, $"u{i}").State);
        Invite(state, "more").Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void a_change_that_changes_nothing_is_no_change()
    {
        var state = Active(new TenantUsersState(), "a");
        UserRules.Changed(state, "a", new UserChange(null, UserRole.Admin), null).State.ShouldBeSameAs(state);
        UserRules.Changed(state, "a", new UserChange("Ann", null), "7").Refusal
            .ShouldNotBeNull().Code.ShouldBe(RefusalCode.PreconditionFailed);
    }

    private static LinkStanding Standing(StoredUser user, string link, bool used, DateTimeOffset now) =>
        UserRules.Standing(user.Invitation, link, used, now);

    private static UserDecision Invite(TenantUsersState state, string id) => UserRules.Invited(
        state, new UserDraft(EmailAddress.Parse($"{id}@example.org"), null, UserRole.Admin, "Shop"), id,
        new UserLink($"link-{id}", Now, Now + UserLimits.InvitationLife), Now);

    private static TenantUsersState Active(TenantUsersState state, string id)
    {
        var invited = Invite(state, id);
        return UserRules.Accepted(invited.State, invited.User!, null).State;
    }
}
