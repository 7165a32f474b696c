using System.Collections.Concurrent;
using System.Collections.Frozen;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Keeps each tenant's blacklisted domains in memory once they are asked for, until one is changed.</summary>
internal sealed class DomainEntries(IDatabase database, TenantDirectory tenants) : IDomainEntries
{
    private static readonly Sql OfTenant = new("SELECT domain, since, until FROM blocked_domains WHERE tenant = ?1");

    private readonly ConcurrentDictionary<TenantId, FrozenDictionary<string, ManualBlock>> known = new();
    private long changes;

    public ValueTask<ManualBlock?> Find(TenantId tenant, DomainName domain) =>
        known.TryGetValue(tenant, out var entries)
            ? new ValueTask<ManualBlock?>(entries.GetValueOrDefault(domain.Ascii))
            : Load(tenant, domain);

    /// <summary>An entry is stored or removed: what was read before counts no more.</summary>
    public void Changed(TenantId tenant)
    {
        Interlocked.Increment(ref changes);
        known.TryRemove(tenant, out _);
    }

    private async ValueTask<ManualBlock?> Load(TenantId tenant, DomainName domain)
    {
        var before = Interlocked.Read(ref changes);
        var entries = await Read(tenant);
        known[tenant] = entries;
        if (Interlocked.Read(ref changes) != before)
            known.TryRemove(tenant, out _); // perhaps it was read too early
        return entries.GetValueOrDefault(domain.Ascii);
    }

    private async Task<FrozenDictionary<string, ManualBlock>> Read(TenantId tenant)
    {
        var entries = new Dictionary<string, ManualBlock>();
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return FrozenDictionary<string, ManualBlock>.Empty;
        using var rows = reading.Prepare(OfTenant);
        rows.Bind(1, number);
        while (rows.Step())
            entries[rows.Text(0)] = new ManualBlock(
                StoredTime.Read(rows.Number(1)), rows.IsNull(2) ? null : StoredTime.Read(rows.Number(2)), null);
        return entries.ToFrozenDictionary();
    }
}
