using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Ports;
using Actors.Grains.Thresholds;

namespace Actors.Grains.Tests.Thresholds;

public sealed class ThresholdRulesTests
{
    private static readonly AccountId News = AccountId.Parse("acc_news");
    private static readonly AccountId Shop = AccountId.Parse("acc_shop");
    private static readonly DateTimeOffset Now = new(2030, 1, 10, 12, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(499, 499, 499, HealthLevel.None)]
    [InlineData(500, 24, 0, HealthLevel.None)]
    [InlineData(500, 25, 0, HealthLevel.Warning)]
    [InlineData(500, 49, 0, HealthLevel.Warning)]
    [InlineData(500, 50, 0, HealthLevel.Blocked)]
    [InlineData(1_001, 0, 1, HealthLevel.None)]
    [InlineData(1_000, 0, 1, HealthLevel.Warning)]
    [InlineData(1_000, 0, 2, HealthLevel.Warning)]
    [InlineData(1_000, 0, 3, HealthLevel.Blocked)]
    [InlineData(500, 0, 0, HealthLevel.None)]
    public void rates_reach_a_level_at_the_threshold_and_from_500_messages_on(
        int finished, int hard, int complaints, HealthLevel level) =>
        ThresholdRules.LevelOf(new(finished, hard, complaints), SendingThresholds.Default).ShouldBe(level);

    [Fact]
    public void either_window_may_trip()
    {
        var lately = Look(new(), At(Shop, 1, 600, 60));
        lately.State.Of(Shop).Level.ShouldBe(HealthLevel.Blocked);
        var slowly = Look(new(), [.. At(Shop, 30, 250, 25), .. At(Shop, 60, 250, 25)]);
        slowly.State.Of(Shop).Level.ShouldBe(HealthLevel.Blocked);
        slowly.News.ShouldHaveSingleItem().Watched.Reason.ShouldNotBeNull().ShouldContain("within 168 hours");
        Look(new(), At(Shop, 168, 600, 60)).State.ShouldBe(new ThresholdState(), "a week ago it is over");
        Look(new(), At(Shop, 167, 600, 60)).State.Of(Shop).Level.ShouldBe(HealthLevel.Blocked);
    }

    [Fact]
    public void a_window_of_24_hours_ends_with_the_running_one()
    {
        var book = new HealthBook([.. At(Shop, 23, 1, 0), .. At(Shop, 24, 2, 0), .. At(Shop, 0, 4, 0)], new(), Now);
        book.Of(Shop, ThresholdLimits.ShortWindow).Finished.ShouldBe(5);
        book.Of(Shop, ThresholdLimits.LongWindow).Finished.ShouldBe(7);
        HealthBook.ReadFrom(Now).ShouldBe(new DateTimeOffset(2030, 1, 3, 13, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void a_level_is_told_once_however_often_it_is_looked_at()
    {
        var hours = At(Shop, 1, 1_000, 50);
        var first = Look(new(), hours);
        first.News.ShouldHaveSingleItem().Watched.Level.ShouldBe(HealthLevel.Warning);
        var second = Look(first.State, hours);
        second.State.ShouldBeSameAs(first.State);
        second.News.ShouldBeEmpty();
        var worse = Look(second.State, At(Shop, 1, 1_000, 100));
        worse.News.ShouldHaveSingleItem().Watched.Level.ShouldBe(HealthLevel.Blocked);
        var better = Look(worse.State, At(Shop, 1, 100_000, 100));
        better.State.ShouldBeSameAs(worse.State, "only the operator lifts");
    }

    [Fact]
    public void a_warning_is_over_after_a_week_of_lower_rates_and_can_come_again()
    {
        var warned = Look(new(), At(Shop, 1, 1_000, 50)).State;
        var nextDay = Look(warned, At(Shop, 1, 1_000, 10), Now.AddDays(1));
        nextDay.State.Of(Shop).Level.ShouldBe(HealthLevel.Warning);
        var over = Look(nextDay.State, At(Shop, 1, 1_000, 10), Now.AddDays(7));
        over.State.Of(Shop).Level.ShouldBe(HealthLevel.None);
        over.News.ShouldBeEmpty();
        Look(over.State, At(Shop, 1, 1_000, 50), Now.AddDays(8)).News.ShouldHaveSingleItem()
            .Watched.Warnings.ShouldBe(2);
    }

    [Fact]
    public void accounts_that_are_each_below_a_threshold_may_be_above_it_together()
    {
        var (state, news) = Look(new(), [.. At(Shop, 1, 300, 30), .. At(News, 2, 300, 30)]);
        state.Accounts.ShouldBeEmpty();
        news.ShouldHaveSingleItem().Account.ShouldBeNull();
        state.Tenant.Level.ShouldBe(HealthLevel.Blocked);
    }

    [Fact]
    public void one_account_alone_is_not_blocked_a_second_time_as_its_tenant()
    {
        var (state, news) = Look(new(), At(Shop, 1, 1_000, 100));
        news.ShouldHaveSingleItem().Account.ShouldBe(Shop);
        state.Tenant.Level.ShouldBe(HealthLevel.None);
    }

    [Fact]
    public void what_happened_in_the_hour_of_the_lift_and_before_it_counts_no_more()
    {
        var hours = At(Shop, 0, 1_000, 100).AddRange(At(Shop, 1, 1_000, 100));
        var blocked = Look(new(), hours).State;
        var lift = new Lift(Now, "ops@example.org", "Agreed.");
        var lifted = ThresholdRules.Lift(blocked, new HealthBook(hours, blocked, Now), Shop, lift, Now)
            .ShouldNotBeNull();
        lifted.Of(Shop).Lifts.ShouldBe([lift]);
        ThresholdRules.Lift(lifted, new HealthBook(hours, lifted, Now), Shop, lift, Now).ShouldBeNull();

        var later = At(Shop, 0, 1_003, 102).AddRange(At(Shop, 1, 1_000, 100));
        new HealthBook(later, lifted, Now).Of(Shop, ThresholdLimits.LongWindow).ShouldBe(new(3, 2, 0));
        new HealthBook(later, lifted, Now).OfTenant(ThresholdLimits.LongWindow).ShouldBe(new(3, 2, 0));
        Look(lifted, later).News.ShouldBeEmpty();
    }

    [Fact]
    public void a_plan_may_have_thresholds_of_its_own()
    {
        var strict = new SendingThresholds { MessagesMin = 10, HardBounceWarning = 100, HardBounceBlock = 200 };
        ThresholdRules.LevelOf(new(100, 1, 0), strict).ShouldBe(HealthLevel.Warning);
        ThresholdRules.LevelOf(new(100, 2, 0), strict).ShouldBe(HealthLevel.Blocked);
        ThresholdRules.LevelOf(new(9, 9, 0), strict).ShouldBe(HealthLevel.None);
    }

    [Fact]
    public void a_rate_of_too_few_messages_is_undecided()
    {
        var undecided = Look(new(), At(Shop, 0, 499, 100)).State;
        undecided.DueAt.ShouldBe(Now + ThresholdLimits.LookAgainMin);
        Look(undecided, At(Shop, 0, 499, 100)).State.ShouldBeSameAs(undecided, "a look before its time is not stored");
        Look(undecided, At(Shop, 0, 499, 1)).State.ShouldBe(new ThresholdState());
        Look(undecided, At(Shop, 0, 500, 100)).State.LookAt.ShouldBeNull();
    }

    [Fact]
    public void it_is_looked_at_again_after_pauses_that_grow_to_an_hour()
    {
        var (at, minutes) = (Now, new List<double>());
        var state = Look(new(), At(Shop, 0, 499, 100)).State;
        while (minutes.Count < 10)
        {
            minutes.Add((state.LookAt!.Value - at).TotalMinutes);
            at = state.LookAt.Value;
            state = Look(state, At(Shop, 0, 499, 100), at).State;
        }

        minutes.ShouldBe([1, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }

    private static (ThresholdState State, ImmutableArray<ThresholdNews> News) Look(
        ThresholdState state, ImmutableArray<HealthHour> hours, DateTimeOffset? at = null)
    {
        var now = at ?? Now;
        var moved = hours.Select(hour => hour with { Hour = hour.Hour + (now - Now) }).ToImmutableArray();
        return ThresholdRules.Look(state, new HealthBook(moved, state, now), SendingThresholds.Default, now);
    }

    private static ImmutableArray<HealthHour> At(AccountId account, int hoursAgo, int finished, int hard) =>
        [new HealthHour(account, HealthBook.HourOf(Now).AddHours(-hoursAgo), new(finished, hard, 0))];
}
