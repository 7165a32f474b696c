namespace Actors.Grains.Imports.Reading;

/// <summary>How far a row reaches that begins with the buffer.</summary>
/// <param name="Length">Octets of the row; of its first line where it is wrong.</param>
/// <param name="Next">Octets up to where the next row begins, or up to where the rest of a line is passed over.</param>
internal readonly record struct RowBounds(RowShape Shape, int Length, int Next)
{
    private static RowBounds Incomplete => new(RowShape.Incomplete, 0, 0);

    /// <summary>The rest of the line is to be passed over.</summary>
    public bool IsCut => Shape == RowShape.TooLong;

    /// <summary>A row of CSV (RFC 4180), in which line ends within quotes end nothing.</summary>
    /// <remarks>
    /// A row whose quotes are wrong is its first line alone, so that a quote that nobody closes takes no other row with
    /// it. No line is looked at more than twice for that: one that leaves a quote open has an odd number of runs of
    /// quotes that open or close, so it ends what an earlier line has left open.
    /// </remarks>
    public static RowBounds Record(ReadOnlySpan<byte> buffer, bool isEnd, byte delimiter)
    {
        var line = Line(buffer, isEnd);
        if (line.Shape != RowShape.Whole || !buffer[..line.Length].Contains(QuotedFields.Quote))
            return line;
        var view = buffer[..Math.Min(buffer.Length, ImportFileLimits.BufferOctetsMin)];
        var (shape, length) = QuotedFields.EndOf(view, line.Length, isEnd, delimiter);
        if (shape == RowShape.Incomplete && view.Length < ImportFileLimits.BufferOctetsMin)
            return Incomplete;
        if (shape == RowShape.Incomplete || length > ImportFileLimits.RowOctetsMax)
            return line with { Shape = RowShape.Unclosed };
        return shape == RowShape.Whole ? Ended(view, length, isEnd) : line with { Shape = shape };
    }

    /// <summary>A row that is a line: it ends with CR, LF or both, or with the file.</summary>
    public static RowBounds Line(ReadOnlySpan<byte> buffer, bool isEnd)
    {
        var view = buffer[..Math.Min(buffer.Length, ImportFileLimits.RowOctetsMax + 1)];
        var length = view.IndexOfAny((byte)'\r', (byte)'\n');
        return length >= 0 ? Ended(buffer, length, isEnd)
            : view.Length > ImportFileLimits.RowOctetsMax
            ? new RowBounds(RowShape.TooLong, ImportFileLimits.RowOctetsMax, ImportFileLimits.RowOctetsMax)
            : isEnd ? Ended(buffer, view.Length, isEnd)
            : Incomplete;
    }

    /// <param name="length">Where the row ends, with a line end or with the buffer.</param>
    public static RowBounds Ended(ReadOnlySpan<byte> buffer, int length, bool isEnd) => buffer[length..] switch
    {
        [(byte)'\r', (byte)'\n', ..] => new RowBounds(RowShape.Whole, length, length + 2),
        [(byte)'\r'] when !isEnd => Incomplete, // LF may follow
        [_, ..] => new RowBounds(RowShape.Whole, length, length + 1),
        [] => new RowBounds(RowShape.Whole, length, length),
    };
}

internal enum RowShape
{
    Whole,

    /// <summary>More of the file is needed.</summary>
    Incomplete,

    /// <summary>A line without an end, as far as a row may reach.</summary>
    TooLong,

    /// <summary>A quoted field without an end, as far as a row may reach.</summary>
    Unclosed,

    /// <summary>Text behind a closing quote; or a field in quotes that does not end in its line, where another has a
    /// quote that stands for itself.</summary>
    Misquoted,
}
