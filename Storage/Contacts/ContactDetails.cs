using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>One look at the row of each address.</summary>
internal sealed class ContactDetails(IDatabase database, TenantDirectory tenants) : IContactDetails
{
    public async Task<ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>>> Find(
        TenantId tenant, ImmutableArray<EmailAddress> addresses)
    {
        var found = ImmutableDictionary.CreateBuilder<ContactHash, ImmutableDictionary<string, string>>();
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return found.ToImmutable();
        foreach (var hash in addresses.Select(ContactHash.Of).Distinct())
            if (ContactRow.Find(reading, number, hash) is
                { State: { IsContact: true, Details: { IsEmpty: false } details } })
                found.Add(hash, details);

        return found.ToImmutable();
    }
}
