namespace Actors.Grains.Imports.Reading;

/// <summary>Where a row of CSV ends that has quotes in it (RFC 4180 §2).</summary>
internal static class QuotedFields
{
    public const byte Quote = (byte)'"';

    /// <returns>Whole with the row's octets, or why it has no end.</returns>
    public static (RowShape Shape, int Length) EndOf(ReadOnlySpan<byte> text, bool isEnd, byte delimiter)
    {
        for (var at = 0; ; at++)
        {
            var (shape, end) = text[at..] is [Quote, ..]
                ? Quoted(text, at, isEnd)
                : (RowShape.Whole, EndOfPlain(text, at, delimiter));
            if (shape != RowShape.Whole)
                return (shape, 0);
            if (end == text.Length)
                return isEnd ? (RowShape.Whole, end) : (RowShape.Incomplete, 0);
            if (text[end] is (byte)'\r' or (byte)'\n')
                return (RowShape.Whole, end);
            if (text[end] != delimiter)
                return (RowShape.Misquoted, 0);
            at = end;
        }
    }

    /// <returns>Where the octet behind the closing quote stands.</returns>
    public static (RowShape Shape, int End) Quoted(ReadOnlySpan<byte> text, int open, bool isEnd)
    {
        for (var at = open + 1; ; at += 2)
        {
            var found = text[at..].IndexOf(Quote);
            if (found < 0)
                return (isEnd ? RowShape.Unclosed : RowShape.Incomplete, 0);
            at += found;
            if (text[(at + 1)..] is not [Quote, ..])
                return at + 1 < text.Length || isEnd ? (RowShape.Whole, at + 1) : (RowShape.Incomplete, 0);
        }
    }

    private static int EndOfPlain(ReadOnlySpan<byte> text, int from, byte delimiter) =>
        text[from..].IndexOfAny([delimiter, (byte)'\r', (byte)'\n', Quote]) is >= 0 and var length
            ? from + length
            : text.Length;
}
