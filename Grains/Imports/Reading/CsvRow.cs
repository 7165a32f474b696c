using System.Text;

namespace Actors.Grains.Imports.Reading;

/// <summary>Reads a row of CSV. An empty field says nothing.</summary>
internal static class CsvRow
{
    /// <param name="row">UTF-8 whose quotes are right.</param>
    public static void Read(ReadOnlySpan<byte> row, ImportLayout layout, RowDraft draft)
    {
        Span<Range> fields = stackalloc Range[ImportFileLimits.ColumnsMax];
        var count = 0;
        foreach (var range in new FieldRanges(row, (byte)layout.Delimiter))
        {
            if (count < layout.Columns.Length)
                fields[count] = range;
            count++;
        }

        if (count != layout.Columns.Length)
        {
            draft.Fail("columns", $"The row has {count} fields, and there are {layout.Columns.Length} headings.");
            return;
        }

        for (var at = 0; at < count; at++)
            if (layout.Columns[at] is { Field: not ImportField.Ignored } column
                && FormulaGuard.Off(FieldRanges.Text(row[fields[at]])) is { Length: > 0 } text)
                Take(column, text, layout, draft);
    }

    private static void Take(ImportColumn column, string text, ImportLayout layout, RowDraft draft)
    {
        switch (column.Field)
        {
            case ImportField.Email:
                draft.Email(text.Trim(' '));
                break;
            case ImportField.Domain:
                draft.Domain(text.Trim(' '));
                break;
            case ImportField.Lists:
                Lists(text, layout.Delimiter == ';' ? '|' : ';', draft);
                break;
            case ImportField.Details:
                JsonRow.Parse(Encoding.UTF8.GetBytes(text), draft, JsonRow.Details);
                break;
            case ImportField.Detail:
                draft.Detail(column.Name, text);
                break;
            case ImportField.Standing:
                draft.Standing(text.Trim(' '));
                break;
            case ImportField.Note:
                draft.Note(text);
                break;
            default:
                draft.ExpiresAt(text.Trim(' '));
                break;
        }
    }

    /// <summary>Names between separators; or an array of JSON, for names that have one in them.</summary>
    private static void Lists(string text, char separator, RowDraft draft)
    {
        if (text[0] == '[')
        {
            JsonRow.Parse(Encoding.UTF8.GetBytes(text), draft, JsonRow.Lists);
            return;
        }

        foreach (var name in text.Split(
            separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            draft.List(name);
    }
}
