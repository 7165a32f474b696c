using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;

namespace Actors.Grains.Ports;

/// <summary>Answers readers' questions from the tables; see <see cref="IContactQueryGrain"/> for what each
/// means.</summary>
public interface IContactReader
{
    Task<ContactPage> Search(TenantId tenant, ContactSearch search);

    Task<ContactPage> Blacklist(TenantId tenant, BlacklistSearch search);

    Task<ImmutableDictionary<ContactStanding, long>> Totals(TenantId tenant);

    /// <summary>The one row whose hash begins so.</summary>
    /// <param name="tenant">Of the row.</param>
    /// <param name="beginning">1 to <see cref="ContactHash.Octets"/> octets.</param>
    /// <returns>Null when there is none, or more than one.</returns>
    Task<ContactHash?> Find(TenantId tenant, ReadOnlyMemory<byte> beginning);
}
