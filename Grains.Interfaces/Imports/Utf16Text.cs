using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Actors.Grains.Imports;

/// <summary>Makes UTF-8 of files in UTF-16 (RFC 2781), as spreadsheets write "Unicode text": pure.</summary>
public static class Utf16Text
{
    /// <summary>Octets of the byte order mark: without it a file is taken for UTF-8.</summary>
    public const int MarkLength = 2;

    /// <summary>Stands for half a surrogate pair, and is never in UTF-8: the row is told to be no text.</summary>
    private const byte NoText = 0xFF;

    /// <param name="start">The file from its first octet.</param>
    public static ImportEncoding EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => ImportEncoding.Utf16LittleEndian,
        [0xFE, 0xFF, ..] => ImportEncoding.Utf16BigEndian,
        _ => ImportEncoding.Utf8,
    };

    /// <param name="octets">Of UTF-16, without the mark.</param>
    /// <param name="isEnd">Else half a character at the end is left out.</param>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlySpan<byte> octets, ImportEncoding encoding, bool isEnd)
    {
        var units = Units(octets, encoding);
        if (!isEnd && units is [.., var last] && char.IsHighSurrogate(last))
            units = units[..^1];
        var hasHalf = isEnd && octets.Length % 2 != 0;
        var text = new byte[(3 * units.Length) + 1];
        var filled = 0;
        while (true)
        {
            Utf8.FromUtf16(units, text.AsSpan(filled), out var read, out var written, replaceInvalidSequences: false);
            units = units[read..];
            filled += written;
            if (units.IsEmpty)
                break;
            text[filled++] = NoText;
            units = units[1..];
        }

        if (hasHalf)
            text[filled++] = NoText;
        return text.AsMemory(0, filled);
    }

    /// <returns>Octets that this takes in UTF-16.</returns>
    /// <param name="text">Of <see cref="ToUtf8"/>, from its beginning up to the end of a character.</param>
    public static int LengthOf(ReadOnlySpan<byte> text) => sizeof(char) * Encoding.UTF8.GetCharCount(text);

    private static ReadOnlySpan<char> Units(ReadOnlySpan<byte> octets, ImportEncoding encoding)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(octets).ToArray();
        if (BitConverter.IsLittleEndian != (encoding == ImportEncoding.Utf16LittleEndian))
            BinaryPrimitives.ReverseEndianness(units, units);
        return MemoryMarshal.Cast<ushort, char>(units.AsSpan());
    }
}
