using System.Collections.Concurrent;
using Actors.Grains.Ids;
using Actors.Storage.Writing;

namespace Actors.Storage.Events;

/// <summary>Wakes whoever waits for a tenant's next event. One entry per tenant that was waited for since its
/// last.</summary>
internal sealed class EventSignals : ICommitObserver
{
    private readonly ConcurrentDictionary<TenantId, TaskCompletionSource> next = new();

    /// <summary>Completes with the next commit that adds events of the tenant. Arm it before looking at the
    /// table.</summary>
    public Task Next(TenantId tenant) => next.GetOrAdd(
        tenant, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void EventsStored(TenantId tenant, long last)
    {
        if (!next.IsEmpty && next.TryRemove(tenant, out var waiting))
            waiting.SetResult();
    }
}
