using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Silo.Tests.Inbound;

/// <summary>Contacts behind a gate: looking one up waits or fails as a test wants.</summary>
internal sealed class GatedContacts(Func<Task> gate) : IContactReader
{
    public Task<ContactPage> Search(TenantId tenant, ContactSearch search) => throw new NotSupportedException();

    public Task<ContactPage> Blacklist(TenantId tenant, BlacklistSearch search) => throw new NotSupportedException();

    public Task<ImmutableDictionary<ContactStanding, long>> Totals(TenantId tenant) =>
        throw new NotSupportedException();

    public async Task<ContactHash?> Find(TenantId tenant, ReadOnlyMemory<byte> beginning)
    {
        await gate();
        return null;
    }
}
