using Actors.Grains.Ids;

namespace Actors.Grains.Couriers;

/// <summary>Every order a courier has, one per message: waiting in a lane, or on the wire.</summary>
public sealed class OrderBook
{
    private readonly Dictionary<MessageKey, Entry> entries = [];

    public int Waiting { get; private set; }

    public int OnTheWire { get; private set; }

    /// <returns>False when the message has an order already; the new one follows it if it is another attempt.</returns>
    public bool TryAdd(DeliveryOrder order)
    {
        if (entries.TryGetValue(order.Message, out var entry))
        {
            entry.Withdrawn = false;
            if (entry.OnTheWire && (order.Attempt, order.Epoch) != (entry.Order.Attempt, entry.Order.Epoch))
                entry.Next = order;
            return false;
        }
        entries[order.Message] = new Entry(order);
        Waiting++;
        return true;
    }

    /// <summary>An order leaves its lane for the wire.</summary>
    /// <returns>False when it was withdrawn meanwhile, and is forgotten now.</returns>
    public bool TryStart(MessageKey message)
    {
        var entry = entries[message];
        Waiting--;
        if (entry.Withdrawn)
        {
            entries.Remove(message);
            return false;
        }
        entry.OnTheWire = true;
        OnTheWire++;
        return true;
    }

    /// <summary>Takes a waiting order out; its place in the lane is skipped when its turn comes.</summary>
    /// <returns>False when it is on the wire.</returns>
    public bool TryWithdraw(MessageKey message)
    {
        if (!entries.TryGetValue(message, out var entry))
            return true;
        entry.Withdrawn = !entry.OnTheWire;
        return entry.Withdrawn;
    }

    /// <summary>An order without a lane ends: it was not routed.</summary>
    public void Drop(MessageKey message)
    {
        if (entries.Remove(message))
            Waiting--;
    }

    /// <param name="next">The order that came for the message while this one was on the wire; null for none.</param>
    /// <returns>False when no such order is on the wire.</returns>
    public bool TryFinish(MessageKey message, out DeliveryOrder? next)
    {
        next = null;
        if (!entries.TryGetValue(message, out var entry) || !entry.OnTheWire)
            return false;
        entries.Remove(message);
        OnTheWire--;
        next = entry.Next;
        return true;
    }

    private sealed class Entry(DeliveryOrder order)
    {
        public DeliveryOrder Order { get; } = order;
        public bool OnTheWire { get; set; }
        public bool Withdrawn { get; set; }
        public DeliveryOrder? Next { get; set; }
    }
}
