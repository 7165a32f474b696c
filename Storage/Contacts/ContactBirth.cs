using Actors.Grains.Contacts;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Makes the recipient of a marketing message a contact, in the commit of the submission.</summary>
/// <remarks>One look at the row where it is one already, and nothing is written then. What was known of the address
/// stays.</remarks>
internal static class ContactBirth
{
    // 1 is ContactOrigin.Send.
    private static readonly Sql InsertOrKeep = new("""
        INSERT INTO contacts
            (tenant, hash, version, is_contact, standing, blacklist, blocked_until, address, created_at, state)
        VALUES (?1, ?2, 1, 1, 0, 0, NULL, ?3, ?4, '{"origin":1}')
        ON CONFLICT DO UPDATE SET
            version = version + 1, is_contact = 1, address = ifnull(address, excluded.address)
        WHERE is_contact = 0
        RETURNING standing
        """);

    public static void Insert(WriteScope scope, long tenant, EmailAddress recipient, DateTimeOffset now)
    {
        using var statement = scope.Prepare(InsertOrKeep);
        statement.Bind(1, tenant);
        statement.BindBlob(2, ContactHash.Of(recipient).ToBytes());
        statement.Bind(3, recipient.ToString());
        statement.Bind(4, StoredTime.Of(now));
        if (statement.Step())
            scope.Contacts.Change(tenant, (ContactStanding)statement.Number(0), 1, StoredTime.DayOf(now));
    }
}
