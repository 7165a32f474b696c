using System.Text;

namespace Actors.Grains.Imports.Reading;

/// <summary>The fields of a row of CSV whose quotes are right.</summary>
internal ref struct FieldRanges(ReadOnlySpan<byte> row, byte delimiter)
{
    private readonly ReadOnlySpan<byte> row = row;
    private int next;

    public Range Current { get; private set; }

    public readonly FieldRanges GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next > row.Length)
            return false;
        var start = next;
        next = QuotedFields.OpeningOf(row, start) is >= 0 and var open
            ? QuotedFields.Quoted(row, open, isEnd: true).End
            : row[start..].IndexOf(delimiter) is >= 0 and var length ? start + length
            : row.Length;
        Current = start..next++;
        return true;
    }

    /// <summary>What a field says: without the quotes around it, and the spaces around these.</summary>
    public static string Text(ReadOnlySpan<byte> field) =>
        field.Trim((byte)' ') is [QuotedFields.Quote, .. var text, QuotedFields.Quote]
            ? Encoding.UTF8.GetString(text).Replace("\"\"", "\"", StringComparison.Ordinal)
            : Encoding.UTF8.GetString(field);
}
