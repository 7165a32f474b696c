using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Events;

/// <summary>Reads a tenant's log and waits for its next entry.</summary>
internal sealed class EventReader(IDatabase database, TenantDirectory tenants, EventSignals signals) : IEventReader
{
    private static readonly Sql Kept = new("SELECT events, erased FROM tenants WHERE no = ?1");
    private static readonly Sql Page = new($"""
        SELECT {EventRow.Columns} FROM events WHERE no > ?1 AND no <= ?2 ORDER BY no LIMIT ?3
        """);

    public async Task<EventPage?> Read(TenantId tenant, long after, int limit)
    {
        after = Math.Clamp(after, 0, RowNumbers.SequenceMax);
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return new EventPage([], after, false);
        if (after < KeptOf(reading, number).Erased)
            return null;
        using var rows = reading.Prepare(Page);
        rows.Bind(1, RowNumbers.Event(number, after));
        rows.Bind(2, RowNumbers.Event(number, RowNumbers.SequenceMax));
        rows.Bind(3, limit + 1L);
        var events = ImmutableArray.CreateBuilder<EventView>();
        var more = false;
        while (!more && rows.Step())
        {
            more = events.Count == limit;
            if (!more)
                events.Add(EventRow.Read(rows));
        }

        var last = events.Count == 0 ? after : events[^1].Sequence;
        return new EventPage(events.DrainToImmutable(), last, more);
    }

    public async Task<long> Oldest(TenantId tenant)
    {
        using var reading = await database.Read();
        return tenants.Find(tenant, reading) is { } number ? KeptOf(reading, number).Erased : 0;
    }

    public async Task WaitFor(TenantId tenant, long after, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = signals.Next(tenant);
            using (var reading = await database.Read(cancellation))
            {
                if (tenants.Find(tenant, reading) is { } number && KeptOf(reading, number).Last > after)
                    return;
            }

            await next.WaitAsync(cancellation);
        }
    }

    private static (long Last, long Erased) KeptOf(IReading reading, long tenant)
    {
        using var row = reading.Prepare(Kept);
        row.Bind(1, tenant);
        row.Step();
        return (row.Number(0), row.Number(1));
    }
}
