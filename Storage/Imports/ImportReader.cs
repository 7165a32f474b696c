using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Ports;
using Actors.Storage.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Imports;

internal sealed class ImportReader(IDatabase database, TenantDirectory tenants) : IImportReader
{
    private static readonly Sql PartAt = new("""
        SELECT ends, octets FROM import_parts WHERE tenant = ?1 AND import = ?2 AND ends > ?3 ORDER BY ends LIMIT 1
        """);

    private static readonly Sql ErrorsBehind = new("""
        SELECT at_row, code, detail, shown FROM import_errors WHERE tenant = ?1 AND import = ?2 AND no > ?3
        ORDER BY no LIMIT ?4
        """);

    public async Task<ImportPart?> Part(ImportKey import, long position)
    {
        using var reading = await database.Read();
        if (tenants.Find(import.Tenant, reading) is not { } tenant)
            return null;
        using var row = reading.Prepare(PartAt);
        row.Bind(1, tenant);
        row.Bind(2, import.Id);
        row.Bind(3, position);
        if (!row.Step())
            return null;
        var octets = row.Bytes(1).ToArray();
        var start = row.Number(0) - octets.Length;
        return start <= position ? new ImportPart(start, octets, IsLast: false) : null;
    }

    public async Task<ImmutableDictionary<ContactHash, KnownContact>> Contacts(
        TenantId tenant, IReadOnlyCollection<ContactHash> some)
    {
        var known = ImmutableDictionary.CreateBuilder<ContactHash, KnownContact>();
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return known.ToImmutable();
        foreach (var hash in some)
            if (ContactRow.Find(reading, number, hash) is { } found)
                known[hash] = new KnownContact(found.Etag, found.State);

        return known.ToImmutable();
    }

    public async Task<ImmutableArray<ImportError>> Errors(ImportKey import, int after, int limit)
    {
        var errors = ImmutableArray.CreateBuilder<ImportError>();
        using var reading = await database.Read();
        if (tenants.Find(import.Tenant, reading) is not { } tenant)
            return [];
        using var rows = reading.Prepare(ErrorsBehind);
        rows.Bind(1, tenant);
        rows.Bind(2, import.Id);
        rows.Bind(3, (long)after);
        rows.Bind(4, (long)limit);
        while (rows.Step())
            errors.Add(new ImportError(rows.Number(0), rows.Text(1), rows.Text(2), rows.Text(3)));
        return errors.DrainToImmutable();
    }
}
