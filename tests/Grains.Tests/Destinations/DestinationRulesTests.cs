using Actors.Grains.Destinations;

namespace Actors.Grains.Tests.Destinations;

public sealed class DestinationRulesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DestinationOptions Options = new();

    [Fact]
    public void an_unknown_site_bears_what_the_platform_gives_any() =>
        DestinationRules.Lease(new DestinationState(), Options, Noon).ShouldBe(new SlotLease(20, null));

    [Fact]
    public void five_failures_in_a_row_make_it_rest_for_thirty_seconds()
    {
        var state = Failing(new DestinationState(), 4);
        state.RestsUntil.ShouldBeNull();

        state = Failing(state, 1);
        DestinationRules.Lease(state, Options, Noon).ShouldBe(new SlotLease(0, TimeSpan.FromSeconds(30)));
        DestinationRules.Lease(state, Options, Noon.AddSeconds(30)).ShouldBe(new SlotLease(1, null));
    }

    [Fact]
    public void failures_of_attempts_that_began_before_the_rest_do_not_lengthen_it()
    {
        var state = Failing(new DestinationState(), 20);

        state.Failures.ShouldBe(5);
        state.RestsUntil.ShouldBe(Noon.AddSeconds(30));
    }

    [Fact]
    public void each_failed_probe_doubles_the_rest_up_to_a_quarter_of_an_hour()
    {
        var state = Failing(new DestinationState(), 5);
        var rests = new List<double>();
        for (var probe = 0; probe < 8; probe++)
        {
            var now = state.RestsUntil!.Value;
            state = DestinationRules.Learn(state, new SlotReturn(0, 1), Options, now);
            rests.Add((state.RestsUntil!.Value - now).TotalSeconds);
        }

        rests.ShouldBe([60, 120, 240, 480, 900, 900, 900, 900]);
    }

    [Fact]
    public void an_answered_probe_ends_the_rest_and_the_limit_grows_by_one_each_round()
    {
        var state = Failing(new DestinationState(), 5);
        var limits = new List<int>();
        for (var round = 0; round < 4; round++)
        {
            state = DestinationRules.Learn(state, new SlotReturn(1, 0), Options, Noon.AddMinutes(1));
            limits.Add(DestinationRules.Lease(state, Options, Noon.AddMinutes(1)).Slots);
        }

        limits.ShouldBe([2, 3, 4, 5]);
        state.Failures.ShouldBe(0);
    }

    [Fact]
    public void the_limit_is_halved_by_each_failure_and_never_below_one()
    {
        var state = new DestinationState();
        var limits = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            state = Failing(state, 1);
            limits.Add(DestinationRules.Lease(state, Options, Noon).Slots);
        }

        limits.ShouldBe([10, 5, 2, 1]);
    }

    [Fact]
    public void what_says_nothing_new_changes_nothing()
    {
        var state = new DestinationState { Limit = 20 };

        DestinationRules.Learn(state, new SlotReturn(0, 0), Options, Noon).ShouldBeSameAs(state);
        DestinationRules.Learn(state, new SlotReturn(20, 0), Options, Noon).ShouldBeSameAs(state);
    }

    private static DestinationState Failing(DestinationState state, int times)
    {
        for (var i = 0; i < times; i++)
            state = DestinationRules.Learn(state, new SlotReturn(0, 1), Options, Noon);
        return state;
    }
}
