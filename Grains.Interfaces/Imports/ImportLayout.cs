using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Actors.Grains.Imports;

/// <summary>What the beginning of a file says of its rows: with it, reading goes on at any of them.</summary>
/// <param name="Delimiter">Between the fields of a row; of no meaning with lines of JSON.</param>
/// <param name="Columns">In the file's order; empty with lines of JSON.</param>
/// <param name="Start">Where the first row begins.</param>
[GenerateSerializer, Immutable, Alias("import-layout")]
public sealed record ImportLayout(
    ImportFormat Format, ImportKind Kind, char Delimiter, ImmutableArray<ImportColumn> Columns, ImportPosition Start)
{
    [Id(5)] public ImportEncoding Encoding { get; init; }

    /// <summary>Names of the columns that are passed over, in the file's order.</summary>
    [JsonIgnore]
    public IEnumerable<string> Ignored =>
        Columns.Where(column => column.Field == ImportField.Ignored).Select(column => column.Name);
}

/// <param name="Name">The heading, and the name of a detail.</param>
[GenerateSerializer, Immutable, Alias("import-column")]
public readonly record struct ImportColumn(ImportField Field, string Name);

/// <summary>What a column means. Stored as the number: only append.</summary>
public enum ImportField
{
    /// <summary>Passed over: a figure of an export that nobody can set, or nothing that is known.</summary>
    Ignored = 0,

    Email = 1,
    Domain = 2,
    Lists = 3,

    /// <summary>An object of JSON: details that have no column of their own.</summary>
    Details = 4,

    /// <summary>One detail.</summary>
    Detail = 5,

    Note = 6,
    ExpiresAt = 7,

    /// <summary>Of a contact, as exports have it.</summary>
    Standing = 8,
}
