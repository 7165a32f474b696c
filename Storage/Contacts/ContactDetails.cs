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
    private static readonly Sql OfContact = new($"""
        SELECT {ContactRow.Columns} FROM contacts WHERE tenant = ?1 AND hash = ?2 AND is_contact = 1
        """);

    public async Task<ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>>> Find(
        TenantId tenant, ImmutableArray<EmailAddress> addresses)
    {
        var found = ImmutableDictionary.CreateBuilder<ContactHash, ImmutableDictionary<string, string>>();
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return found.ToImmutable();
        foreach (var hash in addresses.Select(ContactHash.Of).Distinct())
        {
            using var row = reading.Prepare(OfContact);
            row.Bind(1, number);
            row.BindBlob(2, hash.ToBytes());
            if (row.Step() && ContactRow.Read(row).State.Details is { IsEmpty: false } details)
                found.Add(hash, details);
        }

        return found.ToImmutable();
    }
}
