using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Sandbox;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Sandbox;

/// <summary>What the built-in receiving server took: the newest of each tenant.</summary>
internal sealed class SandboxStore(IDatabase database, GroupCommit writer, TenantDirectory tenants) : ISandboxStore
{
    private static readonly Sql Page = new("""
        SELECT id, head FROM sandbox_mails WHERE no >= ?1 AND no < ?2 ORDER BY no DESC LIMIT ?3
        """);

    private static readonly Sql NumberById = new("SELECT no FROM sandbox_mails WHERE tenant = ?1 AND id = ?2");
    private static readonly Sql WholeById = new("SELECT head, source FROM sandbox_mails WHERE tenant = ?1 AND id = ?2");

    public async Task Add(TenantId tenant, SandboxMail mail, ReadOnlyMemory<byte> raw)
    {
        using var payload = new Payload();
        await writer.Add(
            (tenant, mail, raw, payload), static w => new SandboxWrite(w.tenant, w.mail, w.raw, w.payload));
    }

    public async Task<SandboxPage> List(TenantId tenant, string? after, int limit)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return new SandboxPage([], false);
        var mails = ImmutableArray.CreateBuilder<SandboxMail>();
        var end = after is null ? RowNumbers.Event(number + 1, 0) : Number(reading, number, after);
        using var rows = reading.Prepare(Page);
        rows.Bind(1, RowNumbers.Event(number, 0));
        rows.Bind(2, end);
        rows.Bind(3, limit + 1L);
        while (rows.Step())
        {
            if (mails.Count == limit)
                return new SandboxPage(mails.DrainToImmutable(), true);
            mails.Add(SandboxColumns.Read(rows.Text(0), HeadOf(rows.Bytes(1))));
        }

        return new SandboxPage(mails.DrainToImmutable(), false);
    }

    public async Task<ReceivedMail?> Find(TenantId tenant, string id)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return null;
        using var row = reading.Prepare(WholeById);
        row.Bind(1, number);
        row.Bind(2, id);
        return row.Step()
            ? new ReceivedMail(SandboxColumns.Read(id, HeadOf(row.Bytes(0))), row.Bytes(1).ToArray())
            : null;
    }

    private static SandboxJson HeadOf(ReadOnlySpan<byte> head) =>
        JsonSerializer.Deserialize(head, StorageJson.Default.SandboxJson)
        ?? throw new JsonException("A stored mail is null.");

    /// <returns>0, behind which there is nothing, when that mail is gone: all older ones went before it.</returns>
    private static long Number(IReading reading, long tenant, string id)
    {
        using var row = reading.Prepare(NumberById);
        row.Bind(1, tenant);
        row.Bind(2, id);
        return row.Step() ? row.Number(0) : 0;
    }
}
