using Actors.Grains.Imports;

namespace Actors.Api.Imports;

/// <summary>How what is said of imports is written for customers.</summary>
internal static class ImportNames
{
    public static string Of(ImportKind kind) => kind == ImportKind.Contacts ? "contacts" : "blacklist";

    public static string Of(ImportFormat format) => format == ImportFormat.Csv ? "csv" : "jsonl";

    /// <summary>Reads a status as a mark of the list.</summary>
    public static bool TryReadStatus(string text, out string mark) =>
        Enum.GetValues<ImportStatus>().Select(status => status.ToText()).Contains(mark = text);
}
