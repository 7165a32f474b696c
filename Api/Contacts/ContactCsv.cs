using System.Text;
using System.Text.Json;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;

namespace Actors.Api.Contacts;

/// <summary>Contacts as lines of a CSV file, which can be imported as it is.</summary>
/// <param name="columns">Details that have a column of their own.</param>
internal sealed class ContactCsv(IReadOnlyList<string> columns)
{
    private static readonly string[] Before =
        ["contact", "email", "standing", "origin", "created_at", "lists", "left_lists"];

    /// <summary>Details that can have a column of their own; the column <c>details</c> holds what there is
    /// besides.</summary>
    public static int ColumnsMax { get; } = ImportFileLimits.ColumnsMax - Before.Length - 1;

    public void AppendHeading(StringBuilder text) => text.AppendCsv([.. Before, .. columns, "details"]);

    public void AppendLine(StringBuilder text, ContactView contact) => text.AppendCsv(
    [
        contact.Hash.ToId(), contact.Address?.ToString(), contact.Standing.ToText(), contact.Origin.ToText(),
        CsvLine.Time(contact.CreatedAt),
        Lists(contact.Lists.Where(list => list.LeftAt is null)),
        Lists(contact.Lists.Where(list => list.LeftAt is not null)),
        .. columns.Select(name => contact.Details.GetValueOrDefault(name) is { Length: > 0 } value ? value : null),
        Others(contact.Details),
    ]);

    /// <summary>Names with semicolons between them; as JSON where a name would not be read back.</summary>
    private static string? Lists(IEnumerable<ContactList> lists)
    {
        var names = lists.Select(list => list.Name).ToArray();
        return names.Length == 0 ? null
            : names[0][0] == '[' || names.Any(name => name.Contains(';', StringComparison.Ordinal))
                || names.Any(name => name != name.Trim())
            ? JsonSerializer.Serialize(names, ApiJson.Wire.IReadOnlyListString)
            : string.Join(';', names);
    }

    /// <summary>An empty field says nothing, so a detail that is empty is said here.</summary>
    private string? Others(IReadOnlyDictionary<string, string> details)
    {
        var others = details.Where(one => one.Value.Length == 0 || !columns.Contains(one.Key))
            .OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return others.Count == 0
            ? null
            : JsonSerializer.Serialize(others, ApiJson.Wire.IReadOnlyDictionaryStringString);
    }
}
