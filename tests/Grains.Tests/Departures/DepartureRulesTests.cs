using Actors.Grains.Departures;
using Actors.Grains.Plans;

namespace Actors.Grains.Tests.Departures;

public sealed class DepartureRulesTests
{
    private static readonly Departure Staying = new DepartureState().Departure;
    private static readonly DateTimeOffset Given = new(2028, 1, 31, 23, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Ends = new(2028, 3, 1, 0, 0, 0, TimeSpan.Zero); // after the 29th

    private static readonly Departure Leaving =
        DepartureRules.Leave(Staying, Given, NoticePeriod.EndOfNextMonth).ShouldNotBeNull();

    [Fact]
    public void a_tenant_leaves_with_the_month_after_its_notice()
    {
        Leaving.EndsAt.ShouldBe(Ends);
        DepartureRules.At(Leaving, Ends - TimeSpan.FromTicks(1)).ShouldBeSameAs(Leaving);
        DepartureRules.At(Leaving, Ends).Phase.ShouldBe(DeparturePhase.Erasing);
    }

    [Fact]
    public void a_second_notice_moves_nothing() =>
        DepartureRules.Leave(Leaving, Given.AddDays(20), NoticePeriod.EndOfNextMonth).ShouldBeSameAs(Leaving);

    [Fact]
    public void a_notice_is_taken_back_until_it_ends_and_not_a_moment_later()
    {
        DepartureRules.Stay(Leaving, Ends - TimeSpan.FromTicks(1)).ShouldNotBeNull().Phase
            .ShouldBe(DeparturePhase.Staying);
        DepartureRules.Stay(Leaving, Ends).ShouldBeNull(); // also before the clock has looked
        DepartureRules.Stay(Staying, Ends).ShouldBeSameAs(Staying);
    }

    [Theory]
    [InlineData(DeparturePhase.Erasing)]
    [InlineData(DeparturePhase.Erased)]
    public void who_has_left_neither_leaves_nor_stays(DeparturePhase phase)
    {
        var gone = Leaving with { Phase = phase };
        DepartureRules.Leave(gone, Ends, NoticePeriod.EndOfMonth).ShouldBeNull();
        DepartureRules.Stay(gone, Ends).ShouldBeNull();
        DepartureRules.At(gone, Ends).ShouldBeSameAs(gone);
    }

    [Fact]
    public void the_clock_is_set_as_long_as_there_is_something_to_do()
    {
        new DepartureState { Departure = Staying }.DueAt.ShouldBeNull();
        new DepartureState { Departure = Leaving }.DueAt.ShouldBe(Ends);
        new DepartureState { Departure = DepartureRules.At(Leaving, Ends) }.DueAt.ShouldBe(Ends);
        new DepartureState { Departure = DepartureRules.Erased(Leaving, Ends) }.DueAt.ShouldBeNull();
    }
}
