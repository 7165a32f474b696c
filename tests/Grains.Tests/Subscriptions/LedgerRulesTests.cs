using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using static Actors.Grains.Tests.Subscriptions.Contracts;

namespace Actors.Grains.Tests.Subscriptions;

public sealed class LedgerRulesTests
{
    [Theory]
    [InlineData(7900, 2026, 11, 1, 7900)]
    [InlineData(7900, 2026, 11, 16, 3950)]
    [InlineData(7900, 2026, 11, 30, 263)] // 263.33
    [InlineData(7900, 2028, 2, 29, 272)] // 272.41: one of 29 days
    [InlineData(7900, 2027, 2, 28, 282)] // 282.14: one of 28 days
    [InlineData(1, 2026, 11, 16, 1)] // a half is rounded up
    [InlineData(0, 2026, 11, 16, 0)]
    public void a_month_is_charged_for_the_days_that_are_left(long price, int year, int month, int day, long share) =>
        LedgerRules.Share(price, new DateOnly(year, month, day)).ShouldBe(share);

    [Fact]
    public void an_upgrade_charges_the_rest_of_the_month_and_gives_the_rest_of_the_old_plan_back()
    {
        var state = On(PlanName.Essential, Day(2026, 11, 1));
        state = ChangeRules.ToPlan(state, PlanName.Pro, Catalogue, Day(2026, 11, 16));
        state.Amounts().ShouldBe([1900, -950, 3950]);
        state.Cycle.Balance().ShouldBe(4900);
    }

    [Fact]
    public void a_change_and_back_on_the_same_day_costs_nothing()
    {
        var now = Day(2026, 11, 17);
        var before = On(PlanName.Essential, Day(2026, 11, 3));
        var there = ChangeRules.ToPlan(before, PlanName.Pro, Catalogue, now);
        ChangeRules.ToPlan(there, PlanName.Essential, Catalogue, now).Cycle.Balance().ShouldBe(before.Cycle.Balance());
    }

    [Fact]
    public void what_is_left_is_carried_into_the_next_cycle()
    {
        var state = On(PlanName.Pro, Day(2026, 11, 1));
        state = Pay(state, 7900, "inv-1", Day(2026, 11, 2)).Done();
        state = ChangeRules.ToPlan(state, PlanName.Essential, Catalogue, Day(2026, 11, 16));
        state.Cycle.Balance().ShouldBe(-3000); // paid 7900, used 3950 of pro and 950 of essential
        var next = state.At(Day(2026, 12, 1));
        (next.Cycle.Opening, next.Cycle.Balance()).ShouldBe((-3000, -1100));
        next.Unfiled.Select(cycle => (cycle.Month.ToString(), cycle.Balance())).ShouldBe([("2026-11", -3000)]);
    }

    [Fact]
    public void months_that_nobody_looked_at_are_all_charged()
    {
        var state = On(PlanName.Essential, Day(2026, 11, 1)).At(Day(2027, 2, 28));
        state.Cycle.Month.ToString().ShouldBe("2027-02");
        state.Cycle.Balance().ShouldBe(4 * 1900);
        state.Unfiled.Select(cycle => cycle.Month.ToString()).ShouldBe(["2026-11", "2026-12", "2027-01"]);
        state.At(Day(2027, 2, 28)).ShouldBeSameAs(state);
    }

    [Fact]
    public void a_new_price_counts_from_the_next_cycle()
    {
        var dearer = Catalogue with { Plans = Catalogue.Plans.SetItem(1, Catalogue.Plans[1] with { Price = 3000 }) };
        var state = On(PlanName.Essential, Day(2026, 11, 1));
        var changed = ChangeRules.ToPlan(state, PlanName.Startup, dearer, Day(2026, 11, 16));
        changed.Amounts().ShouldBe([1900, -950]); // what was charged is given back, not what it costs now
        CycleRules.Advance(state, dearer, Day(2026, 12, 5)).Amounts().ShouldBe([3000]);
    }

    [Fact]
    public void add_ons_are_charged_by_quantity_each_month()
    {
        var state = On(PlanName.Essential, Day(2026, 11, 1));
        state = ChangeRules.ToQuantity(state, AddOn.DedicatedIp, 2, Catalogue, Day(2026, 11, 16)).Done();
        state = ChangeRules.ToQuantity(state, AddOn.DedicatedIp, 1, Catalogue, Day(2026, 11, 16)).Done();
        state.Amounts().ShouldBe([1900, 4900, -4900, 2450]);
        state.At(Day(2026, 12, 1)).Amounts().ShouldBe([1900, 4900]);
        ChangeRules.ToQuantity(state, AddOn.DedicatedIp, 17, Catalogue, Day(2026, 11, 16)).Refused()
            .ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void a_payment_sent_twice_is_booked_once_also_after_the_turn_of_the_month()
    {
        var once = Pay(On(PlanName.Pro, Day(2026, 11, 1)), 7900, "inv-1", Day(2026, 11, 30)).Done();
        Pay(once, 7900, "inv-1", Day(2026, 11, 30)).Done().ShouldBeSameAs(once);
        Pay(once, 7901, "inv-1", Day(2026, 11, 30)).Refused().ShouldBe(RefusalCode.AlreadyExists);
        Pay(once.At(Day(2026, 12, 1)), 7900, "inv-1", Day(2026, 12, 1)).Refused()
            .ShouldBe(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void a_full_cycle_takes_no_more_bookings_and_goes_on()
    {
        var now = Day(2026, 11, 2);
        var state = On(PlanName.Pro, now);
        for (var i = 1; i < LedgerLimits.EntriesMax; i++)
            state = Pay(state, 1, $"p{i}", now).Done();
        Pay(state, 1, "more", now).Refused().ShouldBe(RefusalCode.Conflict);
        ChangeRules.ToPlan(state, PlanName.Startup, Catalogue, now).Plan.ShouldBe(PlanName.Startup);
    }

    private static Decided Pay(SubscriptionState state, long amount, string reference, DateTimeOffset now) =>
        LedgerRules.Book(state, new SubscriptionCommand.Book(LedgerKind.Payment, -amount, "", reference), now);
}
