using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Ports;

/// <summary>All rows of a tenant that has left, in every table.</summary>
public interface ITenantRows
{
    /// <returns>Messages that have not ended.</returns>
    Task<ImmutableArray<MessageKey>> Unfinished(TenantId tenant, int limit);

    /// <summary>Erases some of the rows: messages that have ended, events, counts, what the sandbox received, states of
    /// grains, links. What remembers that the id was used stays.</summary>
    /// <returns>False when there was nothing left to erase.</returns>
    /// <exception cref="StoreUnavailableException">The store takes no writes; nothing is erased.</exception>
    Task<bool> EraseSome(TenantId tenant);
}
