using Actors.Grains.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>A contact to store or to clear, with what it is found by and the number of contacts. Answers false when
/// another version is stored.</summary>
internal sealed class ContactWrite(ContactChangeOrder order, Payload payload) : Write<bool>
{
    private static readonly Sql Stored = new($"""
        SELECT {ContactRow.Columns} FROM contacts WHERE tenant = ?1 AND hash = ?2
        """);

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

    public override int Bytes => payload.Length;

    private protected override bool Run(WriteScope scope)
    {
        var tenant = scope.TenantOf(order.Key.Tenant).Number;
        var hash = order.Key.Hash.ToBytes();
        if (!TryRead(scope, tenant, hash, out var before))
            return false;
        var after = order.State ?? new ContactState();
        if (order.State is null)
            Remove(scope, tenant, hash);
        else
            Store(scope, tenant, hash, order.State);
        ContactIndex.Change(scope, tenant, hash, before, after);
        Count(scope, tenant, before, -1);
        Count(scope, tenant, after, 1);
        if (order.State?.Outcome is { } outcome)
            Count(scope, tenant, outcome);
        return true;
    }

    /// <summary>As the message would have, but for campaign and tags: they are erased with it.</summary>
    private static void Count(WriteScope scope, long tenant, ContactOutcome outcome)
    {
        scope.Counters.Count(new CounterKey(
            tenant, StoredTime.DayOf(outcome.At), outcome.Account.Value, (int)outcome.Stream, CountedName.All,
            EventKinds.Of(outcome), outcome.LateBounce?.Category ?? "", outcome.LateBounce?.Hard == true));
        if (!outcome.Counts.IsNothing)
            scope.Health.Add(tenant, StoredTime.HourOf(outcome.At), outcome.Account.Value, outcome.Counts);
    }

    /// <returns>False when another version is stored than the one that was read.</returns>
    private bool TryRead(WriteScope scope, long tenant, byte[] hash, out ContactState before)
    {
        using var row = scope.Prepare(Stored);
        row.Bind(1, tenant);
        row.BindBlob(2, hash);
        var found = row.Step() ? ContactRow.Read(row) : new ContactRow(order.Key.Hash, 0, new ContactState());
        before = found.State;
        return found.Version == order.Version;
    }

    private void Store(WriteScope scope, long tenant, byte[] hash, ContactState state)
    {
        using var statement = scope.Prepare(Put);
        statement.Bind(1, tenant);
        statement.BindBlob(2, hash);
        statement.Bind(3, order.Version + 1);
        statement.Bind(4, state.IsContact ? 1L : 0L);
        statement.Bind(5, (long)state.Standing);
        statement.Bind(6, (long)state.Blacklist);
        statement.Bind(7, StoredTime.Of(state.Blocked?.Until));
        statement.Bind(8, state.Address?.ToString());
        statement.Bind(9, StoredTime.Of(state.CreatedAt));
        statement.BindText(10, payload[order.Json]);
        statement.Execute();
    }

    private static void Remove(WriteScope scope, long tenant, byte[] hash)
    {
        using var statement = scope.Prepare(Delete);
        statement.Bind(1, tenant);
        statement.BindBlob(2, hash);
        statement.Execute();
    }

    private void Count(WriteScope scope, long tenant, ContactState contact, int by)
    {
        if (contact.IsContact)
            scope.Contacts.Change(tenant, contact.Standing, by, order.Day);
    }
}

/// <param name="Version">That was read; 0 for none.</param>
/// <param name="State">Null to clear.</param>
/// <param name="Day">Today.</param>
internal sealed record ContactChangeOrder(ContactKey Key, long Version, ContactState? State, Piece Json, int Day);
