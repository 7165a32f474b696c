using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Domains;
using Actors.Grains.Ids;

namespace Actors.Silo.Domains;

/// <summary>Orders that wait: tenants in turn, and of one tenant never more under way than its share.</summary>
public sealed class TenantQueue(int atOnce, int atOncePerTenant)
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
        else if (queue.Any(other => IsOutdated(other, order)))
        {
            waiting[tenant] = new Queue<DomainOrder>(queue.Select(other => IsOutdated(other, order) ? order : other));
            return;
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

    // Its report would be to no avail; but what a removed domain leaves in the zone has to go all the same.
    private static bool IsOutdated(DomainOrder waiting, DomainOrder order) =>
        waiting.Domain == order.Domain && !waiting.Records.IsEmpty;
}
