using System.Globalization;
using System.Text;
using Actors.Grains.Imports;

namespace Actors.Api.Hosting;

/// <summary>Lines of a CSV file (RFC 4180) that a spreadsheet can open without harm.</summary>
internal static class CsvLine
{
    /// <param name="fields">Null for an empty one; others are in quotes.</param>
    public static void AppendCsv(this StringBuilder text, params IEnumerable<string?> fields) =>
        text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <returns>UTC, to the second.</returns>
    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Field(string? text) => text is null
        ? ""
        : $"\"{FormulaGuard.On(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
