using System.Globalization;
using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using static Actors.Grains.Tests.Subscriptions.Contracts;

namespace Actors.Grains.Tests.Subscriptions;

public sealed class NoticeRulesTests
{
    [Theory]
    [InlineData("2026-11-01T00:00:00Z", "2027-01-01")]
    [InlineData("2026-11-30T23:59:59Z", "2027-01-01")]
    [InlineData("2026-12-01T00:00:00Z", "2027-02-01")]
    [InlineData("2026-12-31T23:59:59Z", "2027-02-01")]
    [InlineData("2027-01-31T12:00:00Z", "2027-03-01")]
    [InlineData("2028-01-31T12:00:00Z", "2028-03-01")] // the 29th of February is the last day
    [InlineData("2028-02-29T23:59:59Z", "2028-04-01")]
    [InlineData("2100-01-29T12:00:00Z", "2100-03-01")] // no leap year
    [InlineData("2027-01-01T00:30:00+01:00", "2027-02-01")] // still December in UTC
    [InlineData("2026-12-31T23:30:00-01:00", "2027-03-01")] // January already in UTC
    public void notice_given_on_any_day_of_a_month_ends_with_the_next_month(string given, string ends) =>
        NoticeRules.EndOf(Time(given), NoticePeriod.EndOfNextMonth).ShouldBe(Time(ends + "T00:00:00Z"));

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", "2026-12-01")]
    [InlineData("2026-12-31T23:59:59Z", "2027-01-01")]
    [InlineData("2028-02-29T00:00:00Z", "2028-03-01")]
    public void it_can_be_set_to_end_with_the_same_month(string given, string ends) =>
        NoticeRules.EndOf(Time(given), NoticePeriod.EndOfMonth).ShouldBe(Time(ends + "T00:00:00Z"));

    [Fact]
    public void every_day_of_four_years_ends_at_the_turn_of_the_month_after_the_next()
    {
        for (var day = Day(2026, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var ends = NoticeRules.EndOf(day, NoticePeriod.EndOfNextMonth);
            (ends.Day, ends.TimeOfDay).ShouldBe((1, TimeSpan.Zero));
            var months = ((ends.Year - day.Year) * 12) + ends.Month - day.Month;
            months.ShouldBe(2);
        }
    }

    [Fact]
    public void a_cancelled_plan_ends_at_the_turn_and_startup_follows()
    {
        var cancelled = NoticeRules.CancelPlan(
            On(PlanName.Pro, Day(2028, 1, 10)), Day(2028, 1, 31), NoticePeriod.EndOfNextMonth).Done();
        cancelled.At(new DateTimeOffset(2028, 2, 29, 23, 59, 59, TimeSpan.Zero)).Plan.ShouldBe(PlanName.Pro);
        var ended = cancelled.At(new DateTimeOffset(2028, 3, 1, 0, 0, 0, TimeSpan.Zero));
        (ended.Plan, ended.PlanEndsAt).ShouldBe((PlanName.Startup, null));
        ended.Cycle.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void a_second_notice_moves_nothing_and_a_notice_can_be_taken_back()
    {
        var state = On(PlanName.Pro, Day(2027, 1, 10));
        var first = NoticeRules.CancelPlan(state, Day(2027, 1, 20), NoticePeriod.EndOfNextMonth).Done();
        var second = NoticeRules.CancelPlan(first, Day(2027, 2, 20), NoticePeriod.EndOfNextMonth).Done();
        second.ShouldBe(first);
        NoticeRules.KeepPlan(second).Done().At(Day(2027, 6, 1)).Plan.ShouldBe(PlanName.Pro);
    }

    [Fact]
    public void startup_cannot_be_cancelled() =>
        NoticeRules.CancelPlan(On(PlanName.Startup, Day(2027, 1, 1)), Day(2027, 1, 2), NoticePeriod.EndOfMonth)
            .Refused().ShouldBe(RefusalCode.Conflict);

    [Fact]
    public void a_cancelled_add_on_ends_alone()
    {
        var now = Day(2027, 1, 31);
        var state = ChangeRules.ToQuantity(On(PlanName.Pro, now), AddOn.DedicatedIp, 2, Catalogue, now).Done();
        state = ChangeRules.ToQuantity(state, AddOn.LogRetention, 15, Catalogue, now).Done();
        state = NoticeRules.CancelAddOn(state, AddOn.DedicatedIp, now, NoticePeriod.EndOfNextMonth).Done();
        state.At(Day(2027, 2, 28)).QuantityOf(AddOn.DedicatedIp).ShouldBe(2);
        var after = state.At(Day(2027, 3, 1));
        (after.Plan, after.QuantityOf(AddOn.DedicatedIp), after.QuantityOf(AddOn.LogRetention))
            .ShouldBe((PlanName.Pro, 0, 15));
        NoticeRules.CancelAddOn(after, AddOn.DedicatedIp, now, NoticePeriod.EndOfMonth).Refused()
            .ShouldBe(RefusalCode.NotFound);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
