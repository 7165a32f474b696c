using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;

namespace Actors.Grains.Couriers;

/// <summary>Every order a courier has, one per message: waiting in a lane, or on the wire.</summary>
public sealed class OrderBook
{
    private readonly Dictionary<MessageKey, Entry> entries = [];
    private readonly Dictionary<MessageKey, Attempt> wire = [];

    public int Waiting => entries.Count - wire.Count;

    public int OnTheWire => wire.Count;

    public bool Knows(MessageKey message) => entries.ContainsKey(message);

    /// <returns>False when the message has an order already. The new one takes its place if it still waits, and follows
    /// it if it is on the wire and another attempt.</returns>
    public bool TryAdd(DeliveryOrder order)
    {
        if (entries.TryGetValue(order.Message, out var entry))
        {
            entry.Withdrawn = false;
            if (!wire.ContainsKey(order.Message))
                entry.Order = order;
            else if ((order.Attempt, order.Epoch) != (entry.Order.Attempt, entry.Order.Epoch))
                entry.Next = order;
            return false;
        }
        entries[order.Message] = new Entry(order);
        return true;
    }

    /// <summary>An order leaves its lane for the wire.</summary>
    /// <param name="site">Whose slot it uses.</param>
    /// <returns>False when it was withdrawn meanwhile, and is forgotten now.</returns>
    public bool TryStart(
        MessageKey message, string site, DateTimeOffset now, [NotNullWhen(true)] out DeliveryOrder? order)
    {
        var entry = entries[message];
        order = entry.Withdrawn ? null : entry.Order;
        if (order is null)
            entries.Remove(message);
        else
            wire[message] = new Attempt(order, site, now);
        return order is not null;
    }

    /// <summary>Takes a waiting order out; its place in the lane is skipped when its turn comes.</summary>
    /// <returns>False when it is on the wire.</returns>
    public bool TryWithdraw(MessageKey message)
    {
        if (wire.ContainsKey(message))
            return false;
        if (entries.TryGetValue(message, out var entry))
            entry.Withdrawn = true;
        return true;
    }

    /// <summary>An order without a lane ends: it was not routed.</summary>
    public void Drop(MessageKey message) => entries.Remove(message);

    /// <param name="next">The order that came for the message while this one was on the wire; null for none.</param>
    /// <returns>False when no such order is on the wire.</returns>
    public bool TryFinish(MessageKey message, out DeliveryOrder? next)
    {
        next = null;
        if (!wire.Remove(message))
            return false;
        entries.Remove(message, out var entry);
        next = entry!.Next;
        return true;
    }

    /// <returns>What went onto the wire before that time and has not come back.</returns>
    public IReadOnlyList<Attempt> StartedBefore(DateTimeOffset time)
    {
        List<Attempt> found = [];
        foreach (var attempt in wire.Values)
            if (attempt.StartedAt < time)
                found.Add(attempt);
        return found;
    }

    /// <param name="Site">Whose slot it uses.</param>
    public sealed record Attempt(DeliveryOrder Order, string Site, DateTimeOffset StartedAt);

    private sealed class Entry(DeliveryOrder order)
    {
        public DeliveryOrder Order { get; set; } = order;
        public bool Withdrawn { get; set; }
        public DeliveryOrder? Next { get; set; }
    }
}
