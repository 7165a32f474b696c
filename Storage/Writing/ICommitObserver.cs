using Actors.Grains.Ids;

namespace Actors.Storage.Writing;

/// <summary>Told after each commit, on the writer's thread: must return at once.</summary>
public interface ICommitObserver
{
    /// <param name="last">The highest sequence number of the tenant's log that is durable now.</param>
    void EventsStored(TenantId tenant, long last);
}
