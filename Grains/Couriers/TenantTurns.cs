using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;

namespace Actors.Grains.Couriers;

/// <summary>One lane: first come, first served within a tenant, tenants in turn.</summary>
public sealed class TenantTurns
{
    private readonly Dictionary<TenantId, Queue<DeliveryOrder>> queues = [];
    private readonly Queue<TenantId> turns = new();

    public void Add(DeliveryOrder order)
    {
        var tenant = order.Message.Tenant;
        if (!queues.TryGetValue(tenant, out var queue))
            queues[tenant] = queue = new Queue<DeliveryOrder>();
        if (queue.Count == 0)
            turns.Enqueue(tenant);
        queue.Enqueue(order);
    }

    public bool TryTake([NotNullWhen(true)] out DeliveryOrder? order)
    {
        order = null;
        if (!turns.TryDequeue(out var tenant))
            return false;
        var queue = queues[tenant];
        order = queue.Dequeue();
        if (queue.Count > 0)
            turns.Enqueue(tenant);
        else
            queues.Remove(tenant);
        return true;
    }
}
