using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Messages;
using Actors.Storage.Submissions;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

internal sealed class TenantRows(
    IDatabase database, GroupCommit writer, ContentFiles files, TenantDirectory tenants, MessageLookup lookup)
    : ITenantRows
{
    private static readonly Sql NotEnded = new("""
        SELECT no, submission FROM messages WHERE no BETWEEN ?1 AND ?2 AND due_at IS NOT NULL ORDER BY no LIMIT ?3
        """);

    public async Task<ImmutableArray<MessageKey>> Unfinished(TenantId tenant, int limit)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return [];
        var (first, last) = RowNumbers.MessagesOf(number);
        using var rows = reading.Prepare(NotEnded);
        rows.Bind(1, first);
        rows.Bind(2, last);
        rows.Bind(3, (long)limit);
        var keys = ImmutableArray.CreateBuilder<MessageKey>();
        while (rows.Step())
            keys.Add(lookup.KeyOf(reading, rows));
        return keys.DrainToImmutable();
    }

    public async Task<bool> EraseSome(TenantId tenant)
    {
        var number = await NumberOf(tenant);
        var erased = await writer.Add((tenant, number), static w => new TenantErasure(w.tenant, w.number));
        foreach (var submission in erased.Files)
            files.Delete(tenant, submission);
        return erased.Rows > 0;
    }

    private async Task<long?> NumberOf(TenantId tenant)
    {
        using var reading = await database.Read();
        return tenants.Find(tenant, reading);
    }
}
