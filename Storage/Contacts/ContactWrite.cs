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

    public override int Bytes => payload.Length;

    private protected override bool Run(WriteScope scope)
    {
        var tenant = scope.TenantOf(order.Key.Tenant).Number;
        var hash = order.Key.Hash.ToBytes();
        if (!TryRead(scope, tenant, hash, out var before))
            return false;
        if (order.State is null)
            ContactRows.Remove(scope, tenant, hash, before, order.Day);
        else
            ContactRows.Store(
                scope, tenant, hash, order.Version + 1, before, order.State, payload[order.Json], order.Day);
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
}

/// <param name="Version">That was read; 0 for none.</param>
/// <param name="State">Null to clear.</param>
/// <param name="Day">Today.</param>
internal sealed record ContactChangeOrder(ContactKey Key, long Version, ContactState? State, Piece Json, int Day);
