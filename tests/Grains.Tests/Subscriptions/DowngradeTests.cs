using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using static Actors.Grains.Tests.Subscriptions.Contracts;

namespace Actors.Grains.Tests.Subscriptions;

public sealed class DowngradeTests
{
    private static readonly DateTimeOffset Now = Day(2026, 11, 16);
    private static readonly PlanUsage Nothing = new(0, 0, 0);

    [Theory]
    [InlineData(PlanName.Pro, PlanName.Essential)]
    [InlineData(PlanName.Pro, PlanName.Startup)]
    [InlineData(PlanName.Essential, PlanName.Startup)]
    public void among_the_first_three_plans_a_downgrade_is_in_force_at_once(PlanName from, PlanName to) =>
        To(On(from, Now), to, Nothing).Done().Plan.ShouldBe(to);

    [Fact]
    public void what_exceeds_the_smaller_plan_is_listed()
    {
        var refused = To(On(PlanName.Pro, Now), PlanName.Startup, new PlanUsage(3, 2, 1)).Refusal.ShouldNotBeNull();
        refused.Code.ShouldBe(RefusalCode.ExceedsPlan);
        refused.Errors.Select(one => one.Detail).ShouldBe(
        [
            "There are 3 domains; the plan startup includes 1.",
            "There are 2 users; the plan startup includes 1.",
            "Users with other roles than admin: 1; the plan startup includes 0.",
        ]);
    }

    [Fact]
    public void what_is_used_up_to_the_last_has_room() =>
        To(On(PlanName.Pro, Now), PlanName.Startup, new PlanUsage(1, 1, 0)).Done().Plan.ShouldBe(PlanName.Startup);

    [Fact]
    public void enterprise_ends_by_notice_alone() =>
        To(On(PlanName.Enterprise, Now), PlanName.Pro, Nothing).Refused().ShouldBe(RefusalCode.Conflict);

    [Fact]
    public void a_larger_plan_is_no_downgrade_and_the_same_is_done_already()
    {
        var essential = On(PlanName.Essential, Now);
        To(essential, PlanName.Pro, Nothing).Refused().ShouldBe(RefusalCode.Conflict);
        To(essential, PlanName.Essential, Nothing).Done().ShouldBeSameAs(essential);
    }

    [Fact]
    public void who_goes_down_does_not_wait_for_a_larger_plan_any_more()
    {
        var asked = RequestRules.Ask(
            On(PlanName.Pro, Now), PlanWish.For(PlanName.Enterprise), "prq_1", "", Catalogue, Now).Done();
        To(asked, PlanName.Startup, Nothing).Done().Only().Status.ShouldBe(RequestStatus.Withdrawn);
    }

    [Fact]
    public void the_operator_too_takes_no_room_from_what_is_used()
    {
        ChangeRules.Set(On(PlanName.Enterprise, Now), PlanName.Startup, new PlanUsage(2, 0, 0), Catalogue, Now)
            .Refused().ShouldBe(RefusalCode.ExceedsPlan);
        ChangeRules.Set(On(PlanName.Startup, Now), PlanName.Enterprise, new PlanUsage(2, 0, 0), Catalogue, Now)
            .Done().Plan.ShouldBe(PlanName.Enterprise);
    }

    private static Decided To(SubscriptionState state, PlanName plan, PlanUsage usage) =>
        ChangeRules.Downgrade(state, plan, usage, Catalogue, Now);
}
