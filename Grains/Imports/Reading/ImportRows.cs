using System.Collections.Immutable;
using System.Text.Unicode;

namespace Actors.Grains.Imports.Reading;

/// <summary>Reads the rows of a file piece by piece: pure, and keeps nothing between the pieces.</summary>
/// <remarks>The same rows come of a file however it is cut. Time is linear in the octets looked at.</remarks>
public static class ImportRows
{
    private const int ExpectedRows = 512;

    /// <param name="buffer">The file from <see cref="ImportReading.From"/> on. With
    /// <see cref="ImportFileLimits.BufferOctetsMin"/> octets, or up to the end of the file, reading always gets
    /// on.</param>
    /// <param name="isEnd">Nothing comes behind the buffer.</param>
    public static ImportRead Read(ReadOnlySpan<byte> buffer, bool isEnd, ImportReading reading)
    {
        var rows = ImmutableArray.CreateBuilder<ImportRow>(Math.Min(reading.RowsMax, ExpectedRows));
        var (at, number, isWithinRow) = (0, reading.From.Row, reading.From.IsWithinRow);
        while (at < buffer.Length && rows.Count < reading.RowsMax)
        {
            var rest = buffer[at..];
            if (isWithinRow)
            {
                var (octets, ended) = RestOfLine(rest, isEnd);
                (at, isWithinRow) = (at + octets, !ended);
                if (!ended)
                    break;
                continue;
            }

            var bounds = reading.Layout.Format == ImportFormat.Csv
                ? RowBounds.Record(rest, isEnd, (byte)reading.Layout.Delimiter)
                : RowBounds.Line(rest, isEnd);
            if (bounds.Shape == RowShape.Incomplete)
                break;
            if (bounds.Length > 0)
                rows.Add(RowOf(rest[..bounds.Length], bounds.Shape, reading, number));
            (at, number, isWithinRow) = (at + bounds.Next, number + 1, bounds.IsCut);
        }

        return new ImportRead(
            rows.DrainToImmutable(), new ImportPosition(reading.From.Octet + at, number, isWithinRow));
    }

    private static (int Octets, bool Ended) RestOfLine(ReadOnlySpan<byte> text, bool isEnd)
    {
        var length = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
            return (text.Length, false);
        var bounds = RowBounds.Ended(text, length, isEnd);
        return bounds.Shape == RowShape.Whole ? (bounds.Next, true) : (length, false);
    }

    private static ImportRow RowOf(ReadOnlySpan<byte> row, RowShape shape, ImportReading reading, long number)
    {
        var draft = new RowDraft(reading, number);
        if (FaultOf(row, shape) is var (code, detail))
            draft.Fail(code, detail, row);
        else if (reading.Layout.Format == ImportFormat.Csv)
            CsvRow.Read(row, reading.Layout, draft);
        else
            JsonRow.Read(row, draft);
        return draft.Finish();
    }

    private static (string Code, string Detail)? FaultOf(ReadOnlySpan<byte> row, RowShape shape) => shape switch
    {
        RowShape.TooLong => ("too_long", $"The row is longer than {ImportFileLimits.RowOctetsMax} octets."),
        RowShape.Unclosed =>
            ("quotes", $"A quote is not closed within {ImportFileLimits.RowOctetsMax} octets, or not at all."),
        RowShape.Misquoted =>
            ("quotes", "Text follows a closing quote, or which one closes is not clear: write a quote within twice."),
        _ => Utf8.IsValid(row) ? null : ("invalid_text", "The row is not text in UTF-8."),
    };
}

/// <param name="Rows">At most <see cref="ImportReading.RowsMax"/>; none also where more of the file is needed.</param>
/// <param name="Next">Where reading goes on.</param>
public readonly record struct ImportRead(ImmutableArray<ImportRow> Rows, ImportPosition Next);
