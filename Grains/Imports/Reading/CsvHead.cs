using System.Collections.Immutable;
using Actors.Grains.Contacts;

namespace Actors.Grains.Imports.Reading;

/// <summary>Reads the headings of a CSV file.</summary>
internal static class CsvHead
{
    private const string Delimiters = ",;\t";

    /// <summary>The delimiter is the one with which there is a column for the address; of several, the one that makes
    /// the most columns.</summary>
    public static ImportHead Read(ReadOnlySpan<byte> line, ImportKind kind, ImportPosition start)
    {
        var (delimiter, best) = (default(char), ImmutableArray<string>.Empty);
        foreach (var candidate in Delimiters)
        {
            var names = NamesIn(line, (byte)candidate);
            if (names.Length > best.Length && (AddressIn(names) >= 0 || DomainIn(names, kind) >= 0))
                (delimiter, best) = (candidate, names);
        }

        if (best.IsEmpty)
            return new ImportHead.Refused(
                "no_address",
                kind == ImportKind.Contacts
                    ? "No column is headed email. Between the headings stand commas, semicolons or tabs."
                    : "No column is headed email or domain. Between the headings stand commas, semicolons or tabs.");
        if (best.Length > ImportFileLimits.ColumnsMax)
            return new ImportHead.Refused(
                "too_many_columns", $"The file has more than {ImportFileLimits.ColumnsMax} columns.");
        var columns = Columns(best, kind);
        return FaultOf(columns) ?? (ImportHead)new ImportHead.Known(
            new ImportLayout(ImportFormat.Csv, kind, delimiter, columns, start));
    }

    /// <summary>None where the quotes are wrong with this delimiter.</summary>
    private static ImmutableArray<string> NamesIn(ReadOnlySpan<byte> line, byte delimiter)
    {
        if (QuotedFields.EndOf(line, line.Length, isEnd: true, delimiter) is not (RowShape.Whole, _))
            return [];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var range in new FieldRanges(line, delimiter))
            names.Add(FormulaGuard.Off(FieldRanges.Text(line[range])).Trim());
        return names.DrainToImmutable();
    }

    private static ImmutableArray<ImportColumn> Columns(ImmutableArray<string> names, ImportKind kind)
    {
        var address = AddressIn(names);
        return [.. names.Select((name, at) => new ImportColumn(
            at == address ? ImportField.Email : ImportColumns.Find(kind, name), name))];
    }

    private static ImportHead.Refused? FaultOf(ImmutableArray<ImportColumn> columns)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = new HashSet<ImportField>();
        foreach (var (field, name) in columns)
        {
            if (field == ImportField.Detail && !ContactTexts.IsDetailName(name))
                return new ImportHead.Refused(
                    "invalid_heading",
                    $"A heading has at most {ContactLimits.DetailNameLengthMax} characters and no control "
                    + "character.");
            if (!(field switch
            {
                ImportField.Ignored => true,
                ImportField.Detail => names.Add(name),
                _ => fields.Add(field),
            }))
                return new ImportHead.Refused("duplicate_heading", "Two columns have one heading.");
        }

        return null;
    }

    private static int AddressIn(ImmutableArray<string> names) => ImportColumns.OfAddress
        .Select(heading => IndexOf(names, heading)).FirstOrDefault(at => at >= 0, -1);

    private static int DomainIn(ImmutableArray<string> names, ImportKind kind) =>
        kind == ImportKind.Blacklist ? IndexOf(names, "domain") : -1;

    private static int IndexOf(ImmutableArray<string> names, string heading) =>
        names.IndexOf(heading, 0, names.Length, StringComparer.OrdinalIgnoreCase);
}
