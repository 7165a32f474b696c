using System.Text.Unicode;

namespace Actors.Grains.Imports.Reading;

/// <summary>What the beginning of a file tells of it: a closed set. Pure.</summary>
public abstract record ImportHead
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private ImportHead() { }

    public sealed record Known(ImportLayout Layout) : ImportHead;

    /// <summary>Nothing of the file can be read.</summary>
    /// <param name="Code">Stable, snake_case.</param>
    /// <param name="Detail">One sentence for a person.</param>
    public sealed record Refused(string Code, string Detail) : ImportHead;

    /// <summary>More of the file is needed: never with <see cref="ImportFileLimits.BufferOctetsMin"/> octets, nor at
    /// the end of the file.</summary>
    public sealed record Incomplete : ImportHead;

    /// <param name="start">The file from its first octet.</param>
    /// <param name="isEnd">Nothing comes behind it.</param>
    public static ImportHead Read(ReadOnlySpan<byte> start, bool isEnd, ImportFormat format, ImportKind kind)
    {
        if (!isEnd && start.Length < ByteOrderMark.Length)
            return new Incomplete();
        var from = new ImportPosition(start.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0, 1, false);
        while (from.Octet < start.Length)
        {
            var rest = start[(int)from.Octet..];
            var line = RowBounds.Line(rest, isEnd);
            if (line.Shape == RowShape.Incomplete && rest.Length <= ImportFileLimits.HeadOctetsMax)
                break;
            var next = new ImportPosition(from.Octet + line.Next, from.Row + 1, false);
            if (line is not { Shape: RowShape.Whole, Length: 0 })
                return format == ImportFormat.Csv ? Csv(rest, line, kind, next) : JsonLines(rest, line, kind, from);
            from = next;
        }

        return isEnd || start.Length >= ImportFileLimits.BufferOctetsMin
            ? new Refused("empty", "The file has nothing in it.")
            : new Incomplete();
    }

    private static ImportHead Csv(ReadOnlySpan<byte> text, RowBounds line, ImportKind kind, ImportPosition next)
    {
        var head = FirstOf(text, line);
        return !IsText(head, line) ? NotText
            : line.Shape != RowShape.Whole || line.Length > head.Length
            ? new Refused("head_too_long", $"The headings are longer than {ImportFileLimits.HeadOctetsMax} octets.")
            : CsvHead.Read(head, kind, next);
    }

    private static ImportHead JsonLines(ReadOnlySpan<byte> text, RowBounds line, ImportKind kind, ImportPosition from)
    {
        var head = FirstOf(text, line);
        return !IsText(head, line) ? NotText
            : head.TrimStart(" \t"u8) is [(byte)'{', ..]
            ? new Known(new ImportLayout(ImportFormat.JsonLines, kind, default, [], from))
            : new Refused("not_json_lines", "The first line is not an object of JSON; each line has to be one.");
    }

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> text, RowBounds line) => text[..Math.Min(
        line.Shape == RowShape.Whole ? line.Length : text.Length, ImportFileLimits.HeadOctetsMax)];

    /// <summary>A line that is cut may be so within a character: of it only NUL is asked.</summary>
    private static bool IsText(ReadOnlySpan<byte> head, RowBounds line) =>
        !head.Contains((byte)0) && (head.Length != line.Length || Utf8.IsValid(head));

    private static Refused NotText { get; } = new("not_text", "The file is not text in UTF-8.");
}
