using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Counters;

/// <summary>Adds up what was charged: a few index entries for each day, however many tags and events there
/// were.</summary>
internal sealed class AllowanceReader(IDatabase database, TenantDirectory tenants) : IAllowanceReader
{
    private static readonly Sql Charged = new("""
        SELECT coalesce(sum(count), 0) FROM counters
        WHERE tenant = ?1 AND tag = '' AND campaign = '' AND day BETWEEN ?2 AND ?3 AND kind = 100
        """);

    private static readonly Sql Active = new("SELECT count FROM contact_totals WHERE tenant = ?1 AND standing = ?2");

    private static readonly Sql Known = new(
        "SELECT is_contact, standing FROM contacts WHERE tenant = ?1 AND hash = ?2");

    public async Task<long> Messages(TenantId tenant, BillingMonth month)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return 0;
        using var row = reading.Prepare(Charged);
        row.Bind(1, number);
        row.Bind(2, (long)StoredTime.DayOf(month.First()));
        row.Bind(3, (long)StoredTime.DayOf(month.Last()));
        row.Step();
        return row.Number(0);
    }

    public async Task<long> ActiveContacts(TenantId tenant)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return 0;
        using var row = reading.Prepare(Active);
        row.Bind(1, number);
        row.Bind(2, (long)ContactStanding.Active);
        return row.Step() ? row.Number(0) : 0;
    }

    public async Task<int> NewContacts(TenantId tenant, ImmutableArray<EmailAddress> addresses)
    {
        using var reading = await database.Read();
        var hashes = addresses.Select(ContactHash.Of).Distinct();
        return tenants.Find(tenant, reading) is { } number
            ? hashes.Count(hash => IsNew(reading, number, hash))
            : hashes.Count();
    }

    /// <summary>What is known of an address that does not work stays when it becomes a contact.</summary>
    private static bool IsNew(IReading reading, long tenant, ContactHash hash)
    {
        using var row = reading.Prepare(Known);
        row.Bind(1, tenant);
        row.BindBlob(2, hash.ToBytes());
        return !row.Step() || (row.Number(0) == 0 && row.Number(1) == (long)ContactStanding.Active);
    }
}
