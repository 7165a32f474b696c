using System.Text;
using System.Text.Unicode;
using Actors.Api.Problems;
using Actors.Grains.Imports;

namespace Actors.Api.Imports;

/// <summary>Tells by how a file begins that nothing of it can be read, and what to do: pure.</summary>
/// <remarks>Only what no other row could make good: a file with one row that is no text is read without it.</remarks>
internal static class FirstOctets
{
    private const string SaveAsCsv = "save it as CSV (UTF-8) and import that.";

    /// <summary>Where the name of the first file in a ZIP archive stands (APPNOTE 4.3.7).</summary>
    private const int ZipNameAt = 30;

    private static readonly string[] WorkbookNames = ["[Content_Types].xml", "_rels/", "docProps/", "xl/"];

    private static readonly PlaceError Empty = new(
        "empty", "The file is empty: it needs a line of headings, or an object of JSON in each line.");

    private static readonly PlaceError Workbook = new("workbook", $"This is an Excel workbook: {SaveAsCsv}");

    private static readonly PlaceError OpenDocument = new("workbook", $"This is an OpenDocument file: {SaveAsCsv}");

    private static readonly PlaceError Archive = new("compressed", "This is an archive: unpack it first.");

    private static readonly PlaceError NotText = new(
        "not_text",
        $"The file is text neither in UTF-8 nor in UTF-16 with its mark. If a spreadsheet made it, {SaveAsCsv}");

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="start">The file from its first octet: some, or all.</param>
    /// <param name="isWhole">Nothing comes behind it.</param>
    /// <returns>Null where it may be one of ours.</returns>
    public static Problem? Refuse(ReadOnlySpan<byte> start, bool isWhole)
    {
        var text = TextOf(start, isWhole);
        text = text.TrimStart("\r\n"u8);
        var fault = text.IsEmpty ? (isWhole ? Empty : null) : Known(start) ?? (IsText(text) ? null : NotText);
        return fault is null ? null : new Problem(ProblemTypes.UnreadableFile, fault.Detail) { Errors = [fault] };
    }

    /// <summary>Without a byte order mark, in UTF-8.</summary>
    private static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> start, bool isWhole) =>
        start.StartsWith(ByteOrderMark) ? start[ByteOrderMark.Length..]
        : Utf16Text.EncodingOf(start) is var encoding and not ImportEncoding.Utf8
        ? Utf16Text.ToUtf8(start[Utf16Text.MarkLength..], encoding, isWhole).Span
        : start;

    private static PlaceError? Known(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => Zipped(start),
        [(byte)'P', (byte)'K', 5, 6, ..] or [0x1F, 0x8B, ..] => Archive,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Workbook, // of before 2007
        _ => null,
    };

    private static PlaceError Zipped(ReadOnlySpan<byte> start)
    {
        var name = start.Length > ZipNameAt ? start[ZipNameAt..] : [];
        if (name.StartsWith("mimetypeapplication/vnd.oasis.opendocument"u8))
            return OpenDocument;
        foreach (var first in WorkbookNames)
            if (name.StartsWith(Encoding.ASCII.GetBytes(first)))
                return Workbook;
        return Archive;
    }

    /// <summary>Whether the first line is, as far as it is there: its last character may be cut.</summary>
    private static bool IsText(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny("\r\n"u8);
        var line = end < 0 ? text : text[..end];
        if (line.Contains((byte)0))
            return false;
        for (var cut = 0; cut <= (end < 0 ? 3 : 0) && cut <= line.Length; cut++)
            if (Utf8.IsValid(line[..^cut]))
                return true;
        return false;
    }
}
