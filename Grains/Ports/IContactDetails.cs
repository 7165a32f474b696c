using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Ports;

/// <summary>What a tenant has written down of its contacts.</summary>
public interface IContactDetails
{
    /// <returns>By contact; one without details, or that nothing is known of, is missing.</returns>
    Task<ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>>> Find(
        TenantId tenant, ImmutableArray<EmailAddress> addresses);
}
