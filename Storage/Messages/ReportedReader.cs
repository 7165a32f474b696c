using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Statistics;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Finds the messages behind a number. A page looks at <see cref="StatisticsLimits.RowsAPageMax"/> rows at
/// most, and may be short for that.</summary>
internal sealed class ReportedReader(IDatabase database, TenantDirectory tenants) : IReportedReader
{
    /// <summary>How long before its end a message was accepted at most: sent as late as may be, and tried as
    /// long.</summary>
    private static readonly TimeSpan LifeMax =
        Grains.Submissions.SubmissionLimits.SendAheadMax + Grains.Submissions.SubmissionLimits.ExpiresInMax;

    public async Task<ReportedPage> Find(TenantId tenant, ReportedSearch search)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return new ReportedPage([], null);
        var days = Days.Of(search);
        var statement = ReportedStatement.Of(search.Number, search.Filter);
        using var rows = reading.Prepare(statement.Sql);
        if (statement.IsByEvent)
            BindEvents(rows, number, search, days);
        else
            BindMessages(rows, RangeOf(reading, number, search, days), search, statement.Value);
        return Page(rows, search, days, statement.IsByEvent);
    }

    private static void BindEvents(IStatement rows, long tenant, ReportedSearch search, Days days)
    {
        rows.Bind(1, (long)EventKinds.Of(search.Number));
        rows.Bind(2, tenant);
        rows.Bind(3, days.First);
        rows.Bind(4, Math.Min(days.Last, search.After?.At ?? long.MaxValue));
        rows.Bind(5, search.After?.Number ?? long.MaxValue);
        rows.Bind(6, StatisticsLimits.RowsAPageMax + 1L);
    }

    private static void BindMessages(IStatement rows, MessageRange range, ReportedSearch search, string? value)
    {
        rows.Bind(1, range.First);
        rows.Bind(2, Math.Min(range.Last, search.After is { } after ? after.Number - 1 : long.MaxValue));
        rows.Bind(3, StatisticsLimits.RowsAPageMax + 1L);
        if (value is not null)
            rows.Bind(4, value);
    }

    private static MessageRange RangeOf(IReading reading, long tenant, ReportedSearch search, Days days) =>
        search.Number == ReportedNumber.Held
            ? MessageRange.Of(reading, tenant, null, null)
            : MessageRange.Of(reading, tenant, StoredTime.Read(days.First) - LifeMax, StoredTime.Read(days.Last));

    private static ReportedPage Page(IStatement rows, ReportedSearch search, Days days, bool byEvent)
    {
        var found = ImmutableArray.CreateBuilder<ReportedRecipient>();
        ReportedPlace? last = null;
        for (var seen = 0; rows.Step(); seen++)
        {
            if (found.Count == search.Limit || seen == StatisticsLimits.RowsAPageMax)
                return new ReportedPage(found.DrainToImmutable(), last);
            last = byEvent ? new ReportedPlace(rows.Number(9), rows.Number(8)) : new ReportedPlace(0, rows.Number(0));
            if (Read(rows, search, days) is { } recipient)
                found.Add(recipient);
        }

        return new ReportedPage(found.DrainToImmutable(), null);
    }

    /// <returns>Null for a row that the search is not about.</returns>
    private static ReportedRecipient? Read(IStatement rows, ReportedSearch search, Days days)
    {
        var isHeld = search.Number == ReportedNumber.Held;
        if (!isHeld && (rows.IsNull(8) || rows.Number(9) < days.First || rows.Number(9) > days.Last))
            return null;
        var row = MessageRow.Read(rows);
        if (!Fits(row, search.Filter) || (!isHeld && !Fits(rows.Bytes(10), search)))
            return null;
        return new ReportedRecipient(
            MessageViews.Of(row, []), isHeld ? null : StoredTime.Read(rows.Number(9)), isHeld ? null : rows.Text(10));
    }

    private static bool Fits(in MessageRow row, ReportFilter filter) =>
        (filter.Account is not { } account || row.Account == account)
        && (filter.Campaign is null || row.Json.Campaign == filter.Campaign)
        && (filter.Stream is not { } stream || row.Json.Stream == (int)stream)
        && (filter.Tag is null || (row.Json.Tags is { } tags && tags.Contains(filter.Tag)));

    private static bool Fits(ReadOnlySpan<byte> data, ReportedSearch search)
    {
        if (search is { Category: null, Hard: null })
            return true;
        var json = new Utf8JsonReader(data);
        using var document = JsonDocument.ParseValue(ref json);
        return (search.Category is null || Is(document, "category", search.Category))
            && (search.Hard is not { } hard || Is(document, "hardness", hard ? "hard" : "soft"));
    }

    private static bool Is(JsonDocument data, string name, string value) =>
        data.RootElement.TryGetProperty(name, out var found) && found.ValueEquals(value);

    /// <summary>The first and the last microsecond.</summary>
    private readonly record struct Days(long First, long Last)
    {
        private const long MicrosecondsADay = TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond;

        private static readonly DateOnly Earliest = new(2000, 1, 1);
        private static readonly DateOnly Latest = new(9000, 1, 1);

        /// <summary>Nothing happened before or will after what is left here, and ids carry no such time.</summary>
        public static Days Of(ReportedSearch search) => new(
            StoredTime.DayOf(Clamp(search.Filter.First)) * MicrosecondsADay,
            ((StoredTime.DayOf(Clamp(search.Filter.Last)) + 1) * MicrosecondsADay) - 1);

        private static DateOnly Clamp(DateOnly day) => day < Earliest ? Earliest : day > Latest ? Latest : day;
    }
}
