using Actors.Grains.Couriers;
using Actors.Grains.Messages;

namespace Actors.Grains.Tests.Couriers;

public sealed class LaneTests
{
    private readonly SiteLanes lanes = new("mx.example.com", neverRests: false);

    [Fact]
    public void a_tenant_with_one_message_goes_second_behind_ten_thousand()
    {
        for (var i = 0; i < 10_000; i++)
            lanes.Add(Orders.Of("big", i));
        lanes.Add(Orders.Of("small", 0));

        Take(3).ShouldBe(["big/0", "small/0", "big/1"]);
    }

    [Fact]
    public void tenants_take_turns_and_each_keeps_its_order()
    {
        foreach (var (tenant, number) in new[] { ("a", 0), ("a", 1), ("a", 2), ("b", 0), ("b", 1), ("c", 0) })
            lanes.Add(Orders.Of(tenant, number));

        Take(6).ShouldBe(["a/0", "b/0", "c/0", "a/1", "b/1", "a/2"]);
    }

    [Fact]
    public void transactional_goes_before_marketing()
    {
        lanes.Add(Orders.Of("a", 0, MailStream.Marketing));
        lanes.Add(Orders.Of("a", 1, MailStream.Marketing));
        lanes.Add(Orders.Of("a", 2));

        Take(3).ShouldBe(["a/2", "a/0", "a/1"]);
    }

    [Fact]
    public void an_empty_lane_has_nothing_and_counts_nothing()
    {
        lanes.Add(Orders.Of("a", 0));
        Take(1);

        lanes.TryTake(out _).ShouldBeFalse();
        lanes.Waiting.ShouldBe(0);
        lanes.IsIdle.ShouldBeTrue();
    }

    [Fact]
    public void slots_are_asked_for_once_when_something_waits_and_all_are_in_use()
    {
        lanes.WantsSlots.ShouldBeFalse();
        lanes.Add(Orders.Of("a", 0));
        lanes.WantsSlots.ShouldBeTrue();

        lanes.Asked = true;
        lanes.WantsSlots.ShouldBeFalse();
        lanes.Asked = false;
        lanes.Refused = true;
        lanes.WantsSlots.ShouldBeFalse();
        lanes.Refused = false;
        lanes.Leased = 1;
        lanes.WantsSlots.ShouldBeFalse();
    }

    private string[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        lanes.TryTake(out var order).ShouldBeTrue();
        return $"{order!.Message.Tenant}/{order.Message.Message.Recipient}";
    })];
}
