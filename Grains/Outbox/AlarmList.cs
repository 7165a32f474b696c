using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Outbox;

/// <summary>Alarms by time, one per message; the earliest wins.</summary>
public sealed class AlarmList
{
    private readonly PriorityQueue<DueMessage, DateTimeOffset> queue = new();
    private readonly Dictionary<MessageKey, DateTimeOffset> alarms = [];

    public int Count => alarms.Count;

    public DateTimeOffset? Next
    {
        get
        {
            DropOutdated();
            return queue.TryPeek(out var first, out _) ? first.DueAt : null;
        }
    }

    /// <summary>Sets an alarm, unless an earlier one stands.</summary>
    public void Set(MessageKey message, DateTimeOffset dueAt)
    {
        if (alarms.TryGetValue(message, out var standing) && standing <= dueAt)
            return;
        alarms[message] = dueAt;
        queue.Enqueue(new DueMessage(message, dueAt), dueAt);
    }

    /// <summary>Takes the earliest alarm that has come.</summary>
    public bool TryTake(DateTimeOffset now, out DueMessage alarm)
    {
        DropOutdated();
        alarm = default;
        if (!queue.TryPeek(out var first, out _) || first.DueAt > now)
            return false;
        alarm = queue.Dequeue();
        alarms.Remove(alarm.Message);
        return true;
    }

    private void DropOutdated()
    {
        while (queue.TryPeek(out var first, out _)
            && (!alarms.TryGetValue(first.Message, out var standing) || standing != first.DueAt))
            queue.Dequeue();
    }
}
