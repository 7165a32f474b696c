using System.Collections.Frozen;

namespace Actors.Grains.Imports;

/// <summary>What headings mean, whatever their case.</summary>
public static class ImportColumns
{
    /// <summary>Where the address may stand: the first of these that a file has.</summary>
    public static IReadOnlyList<string> OfAddress { get; } = ["email", "e-mail", "address"];

    private static readonly FrozenDictionary<string, ImportField> OfContacts = Table(
        ("email", ImportField.Email), ("lists", ImportField.Lists), ("details", ImportField.Details),
        ("contact", ImportField.Ignored), ("standing", ImportField.Standing), ("origin", ImportField.Ignored),
        ("created_at", ImportField.Ignored), ("left_lists", ImportField.Ignored), ("", ImportField.Ignored));

    private static readonly FrozenDictionary<string, ImportField> OfBlacklist = Table(
        ("email", ImportField.Email), ("domain", ImportField.Domain), ("note", ImportField.Note),
        ("expires_at", ImportField.ExpiresAt), ("until", ImportField.ExpiresAt));

    /// <summary>What a heading means where the address stands under <c>email</c>.</summary>
    public static ImportField Find(ImportKind kind, string name) =>
        (kind == ImportKind.Contacts ? OfContacts : OfBlacklist).TryGetValue(name, out var field) ? field
        : kind == ImportKind.Contacts ? ImportField.Detail
        : ImportField.Ignored;

    /// <summary>Whether a file of contacts can have a column for this detail: else it is read as something
    /// else.</summary>
    public static bool CanName(string detail) =>
        Find(ImportKind.Contacts, detail) == ImportField.Detail && detail == detail.Trim()
        && !OfAddress.Contains(detail, StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, ImportField> Table(params (string Name, ImportField Field)[] rows) =>
        rows.ToFrozenDictionary(row => row.Name, row => row.Field, StringComparer.OrdinalIgnoreCase);
}
