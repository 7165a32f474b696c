using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Reminders;

/// <summary>Stores or replaces a reminder. Answers its new etag.</summary>
internal sealed class ReminderWrite(ReminderEntry entry) : Write<long>
{
    /// <summary>Of the columns that are numbers, and the row itself.</summary>
    private const int Overhead = 64;

    private static readonly Sql Replace = new("""
        INSERT OR REPLACE INTO reminders (grain, name, hash, start_at, period) VALUES (?1, ?2, ?3, ?4, ?5)
        RETURNING etag
        """);

    private readonly string grain = entry.GrainId.ToString();

    public override int Bytes => grain.Length + entry.ReminderName.Length + Overhead;

    private protected override long Run(WriteScope scope)
    {
        using var statement = scope.Prepare(Replace);
        statement.Bind(1, grain);
        statement.Bind(2, entry.ReminderName);
        statement.Bind(3, (long)entry.GrainId.GetUniformHashCode());
        statement.Bind(4, StoredTime.Of(new DateTimeOffset(entry.StartAt, TimeSpan.Zero)));
        statement.Bind(5, (long)entry.Period.TotalMicroseconds);
        statement.Step();
        return statement.Number(0);
    }
}
