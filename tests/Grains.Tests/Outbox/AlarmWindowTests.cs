using Actors.Grains.Ids;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Grains.Tests.Couriers;

namespace Actors.Grains.Tests.Outbox;

public sealed class AlarmWindowTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MessageKey Message = Orders.Key("a", 1);

    private readonly AlarmWindow window = new();

    [Fact]
    public void a_message_in_hand_is_left_alone_though_its_row_is_due()
    {
        Read(Noon, (Message, Noon));
        Wake(Noon, until: Noon.AddHours(1));

        Read(Noon.AddMinutes(1), (Message, Noon));
        window.TryTake(Noon.AddMinutes(1), out _).ShouldBeFalse();
    }

    [Fact]
    public void a_row_that_moved_on_is_news_whatever_was_answered_before()
    {
        Read(Noon, (Message, Noon));
        Wake(Noon, until: Noon.AddHours(1)); // in hand; then deferred by fifteen minutes

        Read(Noon.AddMinutes(14), (Message, Noon.AddMinutes(15)));
        window.NextAlarm.ShouldBe(Noon.AddMinutes(15));
    }

    [Fact]
    public void a_message_in_hand_is_asked_again_when_its_time_is_over()
    {
        Read(Noon, (Message, Noon));
        Wake(Noon, until: Noon.AddHours(1));

        Read(Noon.AddMinutes(59), (Message, Noon));
        window.NextAlarm.ShouldBe(Noon.AddHours(1));
    }

    [Fact]
    public void what_is_not_due_any_more_is_forgotten()
    {
        Read(Noon, (Message, Noon));
        Wake(Noon, until: Noon.AddHours(1));

        window.RowsToRead.ShouldBe(OutboxLimits.AlarmsMax + 1);
        Read(Noon.AddMinutes(1));
        window.RowsToRead.ShouldBe(OutboxLimits.AlarmsMax);
    }

    [Fact]
    public void a_notice_overrules_what_was_answered()
    {
        Read(Noon, (Message, Noon));
        Wake(Noon, until: Noon.AddHours(1));

        window.Watch(Message, Noon.AddSeconds(3));
        window.NextAlarm.ShouldBe(Noon.AddSeconds(3));
    }

    [Fact]
    public void a_row_read_while_its_message_is_being_woken_rings_no_second_time()
    {
        Read(Noon, (Message, Noon));
        window.TryTake(Noon, out _).ShouldBeTrue();

        Read(Noon, (Message, Noon));
        window.TryTake(Noon, out _).ShouldBeFalse();
    }

    [Fact]
    public void more_is_read_when_half_of_what_was_read_has_rung()
    {
        var rows = Enumerable.Range(0, OutboxLimits.AlarmsMax).Select(i => (Orders.Key("a", i), Noon)).ToArray();
        Read(Noon, rows);

        for (var i = 0; i < OutboxLimits.AlarmsMax / 2; i++)
            window.TryTake(Noon, out _).ShouldBeTrue();
        window.IsReadingDue(Noon).ShouldBeFalse();
        window.TryTake(Noon, out _).ShouldBeTrue();
        window.IsReadingDue(Noon).ShouldBeTrue();
    }

    [Fact]
    public void a_reading_that_fails_is_tried_again_a_minute_later()
    {
        window.IsReadingDue(Noon).ShouldBeTrue();
        window.BeginReading(Noon);

        window.IsReadingDue(Noon).ShouldBeFalse();
        window.IsReadingDue(Noon + OutboxLimits.Reading).ShouldBeTrue();
    }

    private void Read(DateTimeOffset now, params (MessageKey Message, DateTimeOffset DueAt)[] rows)
    {
        window.BeginReading(now);
        window.Read([.. rows.Select(row => new DueMessage(row.Message, row.DueAt))], window.RowsToRead, now);
    }

    private void Wake(DateTimeOffset now, DateTimeOffset until)
    {
        window.TryTake(now, out var alarm).ShouldBeTrue();
        window.Answered(alarm, until);
    }
}
