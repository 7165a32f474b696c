using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.GrainStates;

internal sealed class DueGrainReader(IDatabase database) : IDueGrains
{
    private static readonly Sql Due = new("""
        SELECT grain, due_at FROM grain_state INDEXED BY grain_state_due
        WHERE due_at <= ?1 AND (due_at, grain) > (?2, ?3) ORDER BY due_at, grain LIMIT ?4
        """);

    public async Task<ImmutableArray<DueGrain>> Read(DateTimeOffset until, DueGrain? after, int limit)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(Due);
        rows.Bind(1, StoredTime.Of(until));
        rows.Bind(2, after is { } last ? StoredTime.Of(last.DueAt) : long.MinValue);
        rows.Bind(3, after is { } place ? $"{place.Type}/{place.Key}" : "");
        rows.Bind(4, (long)limit);
        var due = ImmutableArray.CreateBuilder<DueGrain>();
        while (rows.Step())
        {
            var id = GrainId.Parse(rows.Text(0), CultureInfo.InvariantCulture);
            due.Add(new DueGrain(id.Type.ToString()!, id.Key.ToString()!, StoredTime.Read(rows.Number(1))));
        }

        return due.DrainToImmutable();
    }
}
