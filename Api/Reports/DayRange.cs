using System.Collections.Immutable;
using System.Globalization;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Statistics;

namespace Actors.Api.Reports;

/// <summary>The days that a report is about, in UTC, the last one included.</summary>
internal readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    public static ImmutableArray<Parameter> Parameters { get; } =
    [
        new("from", "The first day, such as 2030-01-31; where absent, 30 days with the last one."),
        new("to", "The last day; today where absent. At most 366 days."),
    ];

    public IEnumerable<DateOnly> Days => Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1)
        .Select(DateOnly.FromDayNumber);

    /// <param name="today">In UTC.</param>
    public static DayRange Read(Query query, DateOnly today)
    {
        var last = Day(query, "to") ?? today;
        return new DayRange(Day(query, "from") ?? Before(last), last);
    }

    public static DateOnly Today(Call call) => DateOnly.FromDateTime(call.Gateway.Time.GetUtcNow().UtcDateTime);

    public static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(Query query, string name) => query.Value<DateOnly>(
        name,
        (string text, out DateOnly day) => DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
        "invalid_day", "The day has to be written as 2030-01-31.");

    /// <returns>Null when the range is one.</returns>
    public Problem? Problem() => Last.DayNumber - First.DayNumber is < 0 or >= StatisticsLimits.DaysMax
        ? Problems.Problem.Parameter(
            "from", "out_of_range", $"The days have to be 1 to {StatisticsLimits.DaysMax}, the first one first.")
        : null;

    private static DateOnly Before(DateOnly last) => last.DayNumber < StatisticsLimits.DaysDefault
        ? DateOnly.MinValue
        : last.AddDays(1 - StatisticsLimits.DaysDefault);
}
