namespace Actors.Grains.Imports.Reading;

/// <summary>Where a row of CSV ends that has quotes in it (RFC 4180 §2), also as other programs write it.</summary>
/// <remarks>Spaces around a field in quotes are no part of it. A quote within a field that does not begin with one
/// stands for itself; but then no field in quotes goes over more than that line: which of the quotes is meant would be
/// a guess, and a guess for each line would be looked for up to the end of the file.</remarks>
internal static class QuotedFields
{
    public const byte Quote = (byte)'"';

    /// <param name="line">Octets of the first line of the text.</param>
    /// <returns>Whole with the row's octets, or why it has no end.</returns>
    public static (RowShape Shape, int Length) EndOf(ReadOnlySpan<byte> text, int line, bool isEnd, byte delimiter)
    {
        var hasOwn = false; // a quote that stands for itself
        for (var at = 0; ; at++)
        {
            if (OpeningOf(text, at) is >= 0 and var open)
            {
                var (shape, end) = hasOwn ? Quoted(text[..line], open, isEnd: true) : Quoted(text, open, isEnd);
                if (shape != RowShape.Whole)
                    return (hasOwn ? RowShape.Misquoted : shape, 0);
                at = end;
            }
            else
            {
                var end = EndOfPlain(text, at, delimiter);
                hasOwn |= text[at..end].Contains(Quote);
                if (hasOwn && end > line)
                    return (RowShape.Misquoted, 0);
                at = end;
            }

            if (at == text.Length)
                return isEnd ? (RowShape.Whole, at) : (RowShape.Incomplete, 0);
            if (text[at] is (byte)'\r' or (byte)'\n')
                return (RowShape.Whole, at);
            if (text[at] != delimiter)
                return (RowShape.Misquoted, 0);
        }
    }

    /// <returns>Where the quote stands that a field begins with, spaces apart; -1 for none.</returns>
    public static int OpeningOf(ReadOnlySpan<byte> text, int from)
    {
        var at = BehindSpaces(text, from);
        return at < text.Length && text[at] == Quote ? at : -1;
    }

    /// <returns>Where the octet behind the closing quote stands, spaces apart.</returns>
    public static (RowShape Shape, int End) Quoted(ReadOnlySpan<byte> text, int open, bool isEnd)
    {
        for (var at = open + 1; ; at += 2)
        {
            var found = text[at..].IndexOf(Quote);
            if (found < 0)
                return (isEnd ? RowShape.Unclosed : RowShape.Incomplete, 0);
            at += found;
            if (text[(at + 1)..] is not [Quote, ..])
                return at + 1 < text.Length || isEnd
                    ? (RowShape.Whole, BehindSpaces(text, at + 1))
                    : (RowShape.Incomplete, 0);
        }
    }

    private static int BehindSpaces(ReadOnlySpan<byte> text, int from) =>
        text[from..].IndexOfAnyExcept((byte)' ') is >= 0 and var spaces ? from + spaces : text.Length;

    private static int EndOfPlain(ReadOnlySpan<byte> text, int from, byte delimiter) =>
        text[from..].IndexOfAny(delimiter, (byte)'\r', (byte)'\n') is >= 0 and var length
            ? from + length
            : text.Length;
}
