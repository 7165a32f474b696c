using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Ports;

/// <summary>The domains on tenants' blacklists: few, and asked about before each attempt.</summary>
public interface IDomainEntries
{
    /// <returns>Null when the domain is on none of that tenant's; else the entry, whose time may be over.</returns>
    ValueTask<ManualBlock?> Find(TenantId tenant, DomainName domain);
}
