using Actors.Grains.Outbox;
using Actors.Grains.Tests.Couriers;

namespace Actors.Grains.Tests.Outbox;

public sealed class AlarmListTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly AlarmList alarms = new();

    [Fact]
    public void alarms_ring_in_order_of_time_and_not_before()
    {
        alarms.Set(Orders.Key("a", 2), Noon.AddSeconds(2));
        alarms.Set(Orders.Key("a", 1), Noon.AddSeconds(1));

        alarms.TryTake(Noon, out _).ShouldBeFalse();
        Ring(Noon.AddSeconds(2)).ShouldBe([1, 2]);
        alarms.Next.ShouldBeNull();
    }

    [Fact]
    public void the_earlier_of_two_alarms_for_a_message_wins_and_rings_once()
    {
        alarms.Set(Orders.Key("a", 1), Noon.AddSeconds(5));
        alarms.Set(Orders.Key("a", 1), Noon.AddSeconds(1));
        alarms.Set(Orders.Key("a", 1), Noon.AddSeconds(9));

        alarms.Count.ShouldBe(1);
        alarms.Next.ShouldBe(Noon.AddSeconds(1));
        Ring(Noon.AddMinutes(1)).ShouldBe([1]);
    }

    [Fact]
    public void an_alarm_can_be_set_again_after_it_rang()
    {
        alarms.Set(Orders.Key("a", 1), Noon.AddSeconds(5));
        alarms.Set(Orders.Key("a", 1), Noon);
        Ring(Noon).ShouldBe([1]);

        alarms.Set(Orders.Key("a", 1), Noon.AddSeconds(5));
        Ring(Noon.AddSeconds(5)).ShouldBe([1]);
        alarms.Next.ShouldBeNull();
    }

    private List<int> Ring(DateTimeOffset now)
    {
        var rang = new List<int>();
        while (alarms.TryTake(now, out var alarm))
            rang.Add(alarm.Message.Message.Recipient);
        return rang;
    }
}
