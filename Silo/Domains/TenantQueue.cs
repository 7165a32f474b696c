using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Domains;
using Actors.Grains.Ids;

namespace Actors.Silo.Domains;

/// <summary>Orders that wait: tenants in turn, and of one tenant never more under way than its share.</summary>
internal sealed class TenantQueue(int atOnce, int atOncePerTenant)
{
    private readonly Dictionary<TenantId, Queue<DomainOrder>> waiting = [];
    private readonly Dictionary<TenantId, int> underWay = [];
    private readonly LinkedList<TenantId> turns = [];
    private int count;

    public void Add(DomainOrder order)
    {
        var tenant = order.Domain.Tenant;
        if (!waiting.TryGetValue(tenant, out var queue))
        {
            waiting[tenant] = queue = new Queue<DomainOrder>();
            turns.AddLast(tenant);
        }
        queue.Enqueue(order);
    }

    public bool TryTake([NotNullWhen(true)] out DomainOrder? order)
    {
        order = null;
        if (count >= atOnce)
            return false;
        for (var turn = turns.First; turn is not null; turn = turn.Next)
        {
            var tenant = turn.Value;
            if (underWay.GetValueOrDefault(tenant) >= atOncePerTenant)
                continue;
            order = waiting[tenant].Dequeue();
            turns.Remove(turn);
            if (waiting[tenant].Count > 0)
                turns.AddLast(tenant);
            else
                waiting.Remove(tenant);
            underWay[tenant] = underWay.GetValueOrDefault(tenant) + 1;
            count++;
            return true;
        }
        return false;
    }

    public void Finished(TenantId tenant)
    {
        count--;
        if (--underWay[tenant] == 0)
            underWay.Remove(tenant);
    }
}
