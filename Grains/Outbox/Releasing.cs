using Actors.Grains.Ids;
using Actors.Grains.Messages;

namespace Actors.Grains.Outbox;

public static class Releasing
{
    /// <summary>Lets a tenant's mail look again that was held for a reason; what still has it comes to wait
    /// again.</summary>
    public static async Task Release(this IGrainFactory grains, TenantId tenant, HoldReason reason)
    {
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            await grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition)).ReleaseTenant(reason, tenant);
    }
}
