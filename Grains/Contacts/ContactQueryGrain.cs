using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Contacts;

[StatelessWorker]
public sealed class ContactQueryGrain(IContactReader contacts) : Grain, IContactQueryGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public Task<ContactPage> Search(ContactSearch search) => contacts.Search(Tenant, search);

    public Task<ContactPage> Blacklist(BlacklistSearch search) => contacts.Blacklist(Tenant, search);

    public Task<ImmutableDictionary<ContactStanding, long>> Totals() => contacts.Totals(Tenant);
}
