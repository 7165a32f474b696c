using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using static Actors.Grains.Tests.Subscriptions.Contracts;

namespace Actors.Grains.Tests.Subscriptions;

public sealed class RequestRulesTests
{
    private static readonly DateTimeOffset Now = Day(2026, 11, 16);
    private static readonly PlanWish Pro = PlanWish.For(PlanName.Pro);

    private readonly SubscriptionState startup = On(PlanName.Startup, Day(2026, 11, 1));

    [Fact]
    public void a_request_for_the_same_plan_is_the_same_request()
    {
        var once = Ask(startup, Pro, "prq_1").Done();
        Ask(once, Pro, "prq_2").Done().ShouldBeSameAs(once);
        once.Only().Status.ShouldBe(RequestStatus.Open);
    }

    [Fact]
    public void another_plan_takes_the_place_of_the_first_and_an_add_on_does_not()
    {
        var state = Ask(startup, Pro, "prq_1").Done();
        state = Ask(state, PlanWish.For(AddOn.LogRetention, 30), "prq_2").Done();
        state = Ask(state, PlanWish.For(PlanName.Enterprise), "prq_3").Done();
        state.Requests.Select(one => (one.Id, one.Status)).ShouldBe(
        [
            ("prq_1", RequestStatus.Withdrawn), ("prq_2", RequestStatus.Open), ("prq_3", RequestStatus.Open),
        ]);
    }

    [Fact]
    public void activated_it_is_in_force_at_once_and_only_once()
    {
        var asked = Ask(startup, Pro, "prq_1").Done();
        var done = RequestRules.Activate(asked, "prq_1", Catalogue, Now).Done();
        (done.Plan, done.Only().Status, done.Only().DecidedAt).ShouldBe((PlanName.Pro, RequestStatus.Activated, Now));
        RequestRules.Activate(done, "prq_1", Catalogue, Now).Done().ShouldBeSameAs(done);
        RequestRules.Decline(done, "prq_1", "late", Now).Refused().ShouldBe(RefusalCode.Conflict);
        done.Amounts().ShouldBe([3950]);
    }

    [Fact]
    public void an_activated_plan_takes_the_notice_of_the_one_before_back()
    {
        var cancelled = NoticeRules.CancelPlan(On(PlanName.Essential, Now), Now, NoticePeriod.EndOfMonth).Done();
        var asked = Ask(cancelled, Pro, "prq_1").Done();
        RequestRules.Activate(asked, "prq_1", Catalogue, Now).Done().PlanEndsAt.ShouldBeNull();
    }

    [Fact]
    public void declined_it_changes_nothing_but_itself()
    {
        var asked = Ask(startup, Pro, "prq_1").Done();
        var declined = RequestRules.Decline(asked, "prq_1", "No.", Now).Done();
        (declined.Plan, declined.Only().Status, declined.Only().Reason)
            .ShouldBe((PlanName.Startup, RequestStatus.Declined, "No."));
        RequestRules.Activate(declined, "prq_1", Catalogue, Now).Refused().ShouldBe(RefusalCode.Conflict);
        Ask(declined, Pro, "prq_2").Done().Requests.Length.ShouldBe(2);
    }

    [Fact]
    public void the_operator_is_asked_only_by_customers_it_knows() =>
        Ask(startup with { Customer = startup.Customer with { Street = "" } }, Pro, "prq_1").Refused()
            .ShouldBe(RefusalCode.CustomerDataMissing);

    [Fact]
    public void what_the_tenant_has_already_is_not_asked_for()
    {
        Ask(startup, PlanWish.For(PlanName.Startup), "prq_1").Refused().ShouldBe(RefusalCode.Conflict);
        Ask(On(PlanName.Enterprise, Now), Pro, "prq_1").Refused().ShouldBe(RefusalCode.Conflict);
        var owner = ChangeRules.ToQuantity(startup, AddOn.DedicatedIp, 1, Catalogue, Now).Done();
        Ask(owner, PlanWish.For(AddOn.DedicatedIp, 1), "prq_1").Refused().ShouldBe(RefusalCode.Conflict);
        Ask(owner, PlanWish.For(AddOn.DedicatedIp, 17), "prq_1").Refused().ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void a_request_that_is_not_there_is_not_found()
    {
        RequestRules.Activate(startup, "prq_9", Catalogue, Now).Refused().ShouldBe(RefusalCode.NotFound);
        RequestRules.Withdraw(startup, "prq_9", Now).Refused().ShouldBe(RefusalCode.NotFound);
    }

    [Fact]
    public void only_the_latest_decided_ones_are_remembered()
    {
        var state = startup;
        for (var i = 0; i < RequestRules.DecidedMax + 5; i++)
            state = RequestRules.Withdraw(Ask(state, Pro, $"prq_{i}").Done(), $"prq_{i}", Now).Done();
        state.Requests.Length.ShouldBe(RequestRules.DecidedMax);
        state.Requests[0].Id.ShouldBe("prq_5");
    }

    private static Decided Ask(SubscriptionState state, PlanWish wish, string id) =>
        RequestRules.Ask(state, wish, id, "", Catalogue, Now);
}
