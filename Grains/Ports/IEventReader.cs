using Actors.Grains.Ids;
using Actors.Grains.Queries;

namespace Actors.Grains.Ports;

/// <summary>Reads a tenant's event log.</summary>
public interface IEventReader
{
    /// <returns>Events behind that number; null when some between were erased by retention.</returns>
    Task<EventPage?> Read(TenantId tenant, long after, int limit);

    /// <returns>The number behind which the oldest event that is kept stands.</returns>
    Task<long> Oldest(TenantId tenant);

    /// <summary>Completes when an event behind that number is stored.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    Task WaitFor(TenantId tenant, long after, CancellationToken cancellation);
}
