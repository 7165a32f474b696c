using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>The row numbers of a tenant's messages that were accepted within a time, a little more rather than
/// less.</summary>
internal readonly record struct MessageRange(long First, long Last)
{
    private static readonly Sql LastBefore = new(
        "SELECT no FROM submissions WHERE tenant = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1");

    private static readonly Sql FirstAfter = new(
        "SELECT no FROM submissions WHERE tenant = ?1 AND id >= ?2 ORDER BY id LIMIT 1");

    /// <summary>Ids carry the time of their making and row numbers the order of commits. They differ by moments, and by
    /// as much as a clock is set back; what differs by more than this is not found by its time.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <param name="from">Null for the first.</param>
    /// <param name="until">Null for the last.</param>
    public static MessageRange Of(IReading reading, long tenant, DateTimeOffset? from, DateTimeOffset? until)
    {
        var (first, last) = RowNumbers.MessagesOf(tenant);
        if (from is { } begin && Find(reading, LastBefore, tenant, begin, -Slack) is { } before)
            first = RowNumbers.MessagesOfSubmission(before).Last + 1;
        if (until is { } end && Find(reading, FirstAfter, tenant, end, Slack) is { } behind)
            last = RowNumbers.MessagesOfSubmission(behind).First - 1;
        return new MessageRange(first, last);
    }

    private static long? Find(IReading reading, Sql sql, long tenant, DateTimeOffset time, TimeSpan slack)
    {
        using var row = reading.Prepare(sql);
        row.Bind(1, tenant);
        row.Bind(2, SortableId.Floor(time + slack));
        return row.Step() ? row.Number(0) : null;
    }
}
