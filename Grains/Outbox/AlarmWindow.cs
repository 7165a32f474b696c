using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Outbox;

/// <summary>What one partition knows of the next minutes: alarms to come, and messages that have answered
/// theirs.</summary>
/// <remarks>A message whose attempt is being made keeps a row that is due. It is left alone until the time it gave, and
/// it is forgotten as soon as the index shows that its row has moved on: a deferred message costs no memory.</remarks>
public sealed class AlarmWindow
{
    private readonly AlarmList alarms = new();
    private readonly Dictionary<MessageKey, Snooze> snoozed = [];
    private bool moreToRead;

    /// <summary>How many rows to read, so that at least <see cref="OutboxLimits.AlarmsMax"/> of them are
    /// news.</summary>
    public int RowsToRead => OutboxLimits.AlarmsMax + snoozed.Count;

    public DateTimeOffset NextReading { get; private set; }

    public DateTimeOffset? NextAlarm => alarms.Next;

    public bool IsReadingDue(DateTimeOffset now) =>
        now >= NextReading || (moreToRead && alarms.Count < OutboxLimits.AlarmsMax / 2);

    /// <summary>From now on the next reading is a while away, whether this one succeeds or not.</summary>
    public void BeginReading(DateTimeOffset now)
    {
        NextReading = now + OutboxLimits.Reading;
        moreToRead = false;
    }

    /// <param name="rows">What is due within the window, earliest first.</param>
    /// <param name="limit">How many were asked for.</param>
    public void Read(ImmutableArray<DueMessage> rows, int limit, DateTimeOffset now)
    {
        moreToRead = rows.Length == limit;
        var kept = new List<(MessageKey Message, Snooze Snooze)>();
        foreach (var (message, dueAt) in rows)
        {
            if (!snoozed.TryGetValue(message, out var snooze) || snooze.For != dueAt || snooze.Until <= now)
                alarms.Set(message, dueAt);
            else
                kept.Add((message, snooze));
        }
        if (!moreToRead)
            snoozed.Clear();
        foreach (var (message, snooze) in kept)
            Keep(message, snooze);
    }

    /// <summary>A message is due earlier than the next reading would see.</summary>
    public void Watch(MessageKey message, DateTimeOffset dueAt)
    {
        snoozed.Remove(message);
        alarms.Set(message, dueAt);
    }

    /// <summary>Takes the earliest alarm that has come; until its message answers, its row is no news.</summary>
    public bool TryTake(DateTimeOffset now, out DueMessage alarm)
    {
        if (!alarms.TryTake(now, out alarm))
            return false;
        snoozed[alarm.Message] = new Snooze(alarm.DueAt, now + OutboxLimits.Window);
        return true;
    }

    /// <param name="until">When to wake it again; null when it has ended.</param>
    public void Answered(DueMessage alarm, DateTimeOffset? until)
    {
        snoozed.Remove(alarm.Message);
        if (until is { } time)
            Keep(alarm.Message, new Snooze(alarm.DueAt, time));
    }

    private void Keep(MessageKey message, Snooze snooze)
    {
        snoozed[message] = snooze;
        if (snooze.Until < NextReading + OutboxLimits.Reading)
            alarms.Set(message, snooze.Until);
    }

    /// <param name="For">The due time the message was woken for; a row with another one is news.</param>
    private readonly record struct Snooze(DateTimeOffset For, DateTimeOffset Until);
}
