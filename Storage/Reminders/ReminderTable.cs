using System.Globalization;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Reminders;

/// <summary>Reminders as rows, on either engine.</summary>
internal sealed class ReminderTable(IDatabase database, GroupCommit writer) : IReminderTable
{
    private const string Columns = "SELECT etag, grain, name, start_at, period FROM reminders ";

    private static readonly Sql OfGrain = new(Columns + "WHERE grain = ?1");
    private static readonly Sql OfName = new(Columns + "WHERE grain = ?1 AND name = ?2");

    /// <summary>The hashes form a ring: a range may go over its end, and an empty one means all.</summary>
    private static readonly Sql OfRange = new(Columns + """
        WHERE (?1 < ?2 AND hash > ?1 AND hash <= ?2) OR (?1 >= ?2 AND (hash > ?1 OR hash <= ?2))
        """);

    public async Task<ReminderTableData> ReadRows(GrainId grainId)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(OfGrain);
        rows.Bind(1, grainId.ToString());
        return new ReminderTableData(Entries(rows));
    }

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(OfRange);
        rows.Bind(1, (long)begin);
        rows.Bind(2, (long)end);
        return new ReminderTableData(Entries(rows));
    }

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(OfName);
        rows.Bind(1, grainId.ToString());
        rows.Bind(2, reminderName);
        return Entries(rows).SingleOrDefault();
    }

    public async Task<string?> UpsertRow(ReminderEntry entry) => Text(await writer.Add(
        entry, static one => new ReminderWrite(one)));

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var etag)
            ? writer.Add(
                (grain: grainId.ToString(), reminderName, etag),
                static one => new ReminderRemoval(one.grain, one.reminderName, one.etag))
            : Task.FromResult(false);

    /// <exception cref="NotSupportedException">Always: a store that is in use is never emptied.</exception>
    public Task TestOnlyClearTable() => throw new NotSupportedException("Reminders are removed one by one.");

    private static List<ReminderEntry> Entries(IStatement rows)
    {
        var entries = new List<ReminderEntry>();
        while (rows.Step())
        {
            entries.Add(new ReminderEntry
            {
                ETag = Text(rows.Number(0)),
                GrainId = GrainId.Parse(rows.Text(1), CultureInfo.InvariantCulture),
                ReminderName = rows.Text(2),
                StartAt = StoredTime.Read(rows.Number(3)).UtcDateTime,
                Period = TimeSpan.FromMicroseconds(rows.Number(4)),
            });
        }

        return entries;
    }

    private static string Text(long etag) => etag.ToString(CultureInfo.InvariantCulture);
}
