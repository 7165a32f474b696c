using Actors.Grains.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Writes rows of contacts, with what they are found by and the number of contacts.</summary>
internal static class ContactRows
{
    private static readonly Sql Version = new("SELECT version FROM contacts WHERE tenant = ?1 AND hash = ?2");

    private static readonly Sql Put = new("""
        INSERT INTO contacts
            (tenant, hash, version, is_contact, standing, blacklist, blocked_until, address, created_at, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT DO UPDATE SET
            version = excluded.version, is_contact = excluded.is_contact, standing = excluded.standing,
            blacklist = excluded.blacklist, blocked_until = excluded.blocked_until, address = excluded.address,
            created_at = excluded.created_at, state = excluded.state
        """);

    private static readonly Sql Delete = new("DELETE FROM contacts WHERE tenant = ?1 AND hash = ?2");

    /// <returns>0 where there is none.</returns>
    public static long VersionOf(WriteScope scope, long tenant, byte[] hash)
    {
        using var row = scope.Prepare(Version);
        row.Bind(1, tenant);
        row.BindBlob(2, hash);
        return row.Step() ? row.Number(0) : 0;
    }

    /// <param name="version">It gets.</param>
    /// <param name="json">What no column holds of <paramref name="after"/>.</param>
    public static void Store(
        WriteScope scope, long tenant, byte[] hash, long version, ContactState before, ContactState after,
        ReadOnlySpan<byte> json, int day)
    {
        using (var statement = scope.Prepare(Put))
        {
            statement.Bind(1, tenant);
            statement.BindBlob(2, hash);
            statement.Bind(3, version);
            statement.Bind(4, after.IsContact ? 1L : 0L);
            statement.Bind(5, (long)after.Standing);
            statement.Bind(6, (long)after.Blacklist);
            statement.Bind(7, StoredTime.Of(after.Blocked?.Until));
            statement.Bind(8, after.Address?.ToString());
            statement.Bind(9, StoredTime.Of(after.CreatedAt));
            statement.BindText(10, json);
            statement.Execute();
        }

        Changed(scope, tenant, hash, before, after, day);
    }

    public static void Remove(WriteScope scope, long tenant, byte[] hash, ContactState before, int day)
    {
        using (var statement = scope.Prepare(Delete))
        {
            statement.Bind(1, tenant);
            statement.BindBlob(2, hash);
            statement.Execute();
        }

        Changed(scope, tenant, hash, before, new ContactState(), day);
    }

    private static void Changed(
        WriteScope scope, long tenant, byte[] hash, ContactState before, ContactState after, int day)
    {
        ContactIndex.Change(scope, tenant, hash, before, after);
        Count(scope, tenant, before, -1, day);
        Count(scope, tenant, after, 1, day);
    }

    private static void Count(WriteScope scope, long tenant, ContactState contact, int by, int day)
    {
        if (contact.IsContact)
            scope.Contacts.Change(tenant, contact.Standing, by, day);
    }
}
