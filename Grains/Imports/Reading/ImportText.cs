namespace Actors.Grains.Imports.Reading;

/// <summary>Reads head and rows of a file in whatever encoding: places are octets of the file as it came.
/// Pure.</summary>
public static class ImportText
{
    /// <summary>Octets with which reading always gets on, for a file of that encoding.</summary>
    /// <remarks>A character takes no more octets in UTF-16 than twice what it takes in UTF-8; one may be cut.</remarks>
    public static int BufferOctetsMin(ImportEncoding encoding) => encoding == ImportEncoding.Utf8
        ? ImportFileLimits.BufferOctetsMin
        : (2 * ImportFileLimits.BufferOctetsMin) + Utf16Text.MarkLength + 2;

    /// <inheritdoc cref="ImportHead.Read"/>
    public static ImportHead Head(ReadOnlySpan<byte> start, bool isEnd, ImportFormat format, ImportKind kind)
    {
        if (!isEnd && start.Length < Utf16Text.MarkLength)
            return new ImportHead.Incomplete();
        var encoding = Utf16Text.EncodingOf(start);
        if (encoding == ImportEncoding.Utf8)
            return ImportHead.Read(start, isEnd, format, kind);
        var text = Utf16Text.ToUtf8(start[Utf16Text.MarkLength..], encoding, isEnd).Span;
        var head = ImportHead.Read(text, isEnd, format, kind);
        if (head is not ImportHead.Known { Layout: var layout })
            return head;
        var from = Utf16Text.MarkLength + Utf16Text.LengthOf(text[..(int)layout.Start.Octet]);
        return new ImportHead.Known(layout with
        {
            Encoding = encoding,
            Start = layout.Start with { Octet = Math.Min(from, start.Length) },
        });
    }

    /// <inheritdoc cref="ImportRows.Read"/>
    public static ImportRead Rows(ReadOnlySpan<byte> buffer, bool isEnd, ImportReading reading)
    {
        var encoding = reading.Layout.Encoding;
        if (encoding == ImportEncoding.Utf8)
            return ImportRows.Read(buffer, isEnd, reading);
        var text = Utf16Text.ToUtf8(buffer, encoding, isEnd).Span;
        var read = ImportRows.Read(text, isEnd, reading);
        var upTo = (int)(read.Next.Octet - reading.From.Octet);
        while (upTo < text.Length && (text[upTo] & 0xC0) == 0x80)
            upTo--; // a row that is too long was cut within a character
        var octets = Math.Min(Utf16Text.LengthOf(text[..upTo]), buffer.Length); // the last one may be half
        return read with { Next = read.Next with { Octet = reading.From.Octet + octets } };
    }
}
