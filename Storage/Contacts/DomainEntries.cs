using System.Collections.Concurrent;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Remembers which tenants have blacklisted no domain at all, as nearly all; of the others the row of the
/// domain is read each time, so that a long list takes neither memory nor time.</summary>
internal sealed class DomainEntries(IDatabase database, TenantDirectory tenants) : IDomainEntries
{
    private static readonly Sql Any = new("SELECT 1 FROM blocked_domains WHERE tenant = ?1 LIMIT 1");

    private static readonly Sql OfDomain = new(
        "SELECT since, until FROM blocked_domains WHERE tenant = ?1 AND domain = ?2");

    private readonly ConcurrentDictionary<TenantId, bool> without = new();
    private long changes;

    public ValueTask<ManualBlock?> Find(TenantId tenant, DomainName domain) =>
        without.ContainsKey(tenant) ? default : Read(tenant, domain);

    /// <summary>An entry is stored or removed: what was read before counts no more.</summary>
    public void Changed(TenantId tenant)
    {
        Interlocked.Increment(ref changes);
        without.TryRemove(tenant, out _);
    }

    private async ValueTask<ManualBlock?> Read(TenantId tenant, DomainName domain)
    {
        var before = Interlocked.Read(ref changes);
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return null;
        using var any = reading.Prepare(Any);
        any.Bind(1, number);
        if (any.Step())
            return Entry(reading, number, domain);
        without[tenant] = true;
        if (Interlocked.Read(ref changes) != before)
            without.TryRemove(tenant, out _); // perhaps it was read too early
        return null;
    }

    private static ManualBlock? Entry(IReading reading, long tenant, DomainName domain)
    {
        using var row = reading.Prepare(OfDomain);
        row.Bind(1, tenant);
        row.Bind(2, domain.Ascii);
        return row.Step()
            ? new ManualBlock(
                StoredTime.Read(row.Number(0)), row.IsNull(1) ? null : StoredTime.Read(row.Number(1)), null)
            : null;
    }
}
