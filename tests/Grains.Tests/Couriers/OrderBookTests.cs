using Actors.Grains.Couriers;

namespace Actors.Grains.Tests.Couriers;

public sealed class OrderBookTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryOrder First = Orders.Of("a", 0);

    private readonly OrderBook book = new();

    [Fact]
    public void a_message_has_one_order()
    {
        book.TryAdd(First).ShouldBeTrue();
        book.TryAdd(First).ShouldBeFalse();

        book.Waiting.ShouldBe(1);
        Start().ShouldBe(First);
        (book.Waiting, book.OnTheWire).ShouldBe((0, 1));
        book.TryAdd(First).ShouldBeFalse();
        Finish().ShouldBeNull();
        book.Knows(First.Message).ShouldBeFalse();
    }

    [Fact]
    public void what_is_withdrawn_does_not_start()
    {
        book.TryAdd(First);

        book.TryWithdraw(First.Message).ShouldBeTrue();
        Start().ShouldBeNull();
        (book.Waiting, book.OnTheWire).ShouldBe((0, 0));
    }

    [Fact]
    public void what_is_on_the_wire_cannot_be_withdrawn()
    {
        book.TryAdd(First);
        Start();

        book.TryWithdraw(First.Message).ShouldBeFalse();
        book.OnTheWire.ShouldBe(1);
    }

    [Fact]
    public void what_is_not_known_is_withdrawn_already() => book.TryWithdraw(First.Message).ShouldBeTrue();

    [Fact]
    public void a_withdrawn_order_that_comes_again_keeps_its_place()
    {
        book.TryAdd(First);
        book.TryWithdraw(First.Message);

        book.TryAdd(First).ShouldBeFalse();
        Start().ShouldBe(First);
    }

    [Fact]
    public void a_newer_attempt_takes_the_place_of_one_that_waits()
    {
        var second = Orders.Of("a", 0, attempt: 2);
        book.TryAdd(First);

        book.TryAdd(second).ShouldBeFalse();
        Start().ShouldBe(second);
    }

    [Fact]
    public void a_newer_attempt_follows_one_on_the_wire()
    {
        var second = Orders.Of("a", 0, attempt: 2);
        book.TryAdd(First);
        Start();

        book.TryAdd(second).ShouldBeFalse();
        Finish().ShouldBe(second);
        book.OnTheWire.ShouldBe(0);
    }

    [Fact]
    public void an_outcome_told_twice_frees_one_slot()
    {
        book.TryAdd(First);
        Start();
        Finish();

        book.TryFinish(First.Message, out _).ShouldBeFalse();
        book.OnTheWire.ShouldBe(0);
    }

    [Fact]
    public void an_attempt_that_does_not_come_back_is_found_by_its_age()
    {
        book.TryAdd(First);
        Start();

        book.StartedBefore(Noon).ShouldBeEmpty();
        book.StartedBefore(Noon.AddTicks(1)).ShouldHaveSingleItem()
            .ShouldBe(new OrderBook.Attempt(First, "mx", Noon));
    }

    private DeliveryOrder? Start() => book.TryStart(First.Message, "mx", Noon, out var order) ? order : null;

    private DeliveryOrder? Finish()
    {
        book.TryFinish(First.Message, out var next).ShouldBeTrue();
        return next;
    }
}
