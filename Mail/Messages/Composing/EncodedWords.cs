using System.Buffers;
using System.Text;

namespace Actors.Mail.Messages.Composing;

/// <summary>
/// RFC 2047 encoded words in UTF-8: B or Q, whichever is shorter; at most 75 octets each, no character split.
/// </summary>
internal static class EncodedWords
{
    private const int WordMax = 75;
    private const int Overhead = 12; // =?utf-8?Q? and ?=

    /// <summary>A first word shorter than this is not worth the rest of a line.</summary>
    private const int RoomWanted = 30;

    /// <summary>What is literal in Q even in a phrase (RFC 2047 §5 rule 3).</summary>
    private static readonly SearchValues<byte> Literal = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/"u8);

    /// <summary>Text that a reader would take for an encoded word has to be encoded itself.</summary>
    internal static bool Needed(string text) => !Ascii.IsValid(text) || text.Contains("=?", StringComparison.Ordinal);

    internal static void Write(HeaderWriter header, string text)
    {
        var rest = Encoding.UTF8.GetBytes(text).AsSpan();
        var quoted = QuotedLength(rest) <= (rest.Length + 2) / 3 * 4;
        Span<char> word = stackalloc char[WordMax];
        while (!rest.IsEmpty)
        {
            if (header.EncodedRoom < RoomWanted)
                header.Fold();
            var room = Math.Min(WordMax, header.EncodedRoom) - Overhead;
            var take = quoted ? QuotedPrefix(rest, room) : WholeCharacters(rest, room / 4 * 3);
            var length = Fill(word, rest[..take], quoted);
            header.Word(word[..length]);
            rest = rest[take..];
        }
    }

    private static int QuotedLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        foreach (var b in text)
            length += b == (byte)' ' || Literal.Contains(b) ? 1 : 3;
        return length;
    }

    private static int QuotedPrefix(ReadOnlySpan<byte> text, int room)
    {
        var end = 0;
        for (var used = 0; end < text.Length; end++)
        {
            used += text[end] == (byte)' ' || Literal.Contains(text[end]) ? 1 : 3;
            if (used > room)
                break;
        }

        return WholeCharacters(text, end);
    }

    /// <summary>Steps back from the middle of a UTF-8 sequence.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> text, int end)
    {
        if (end >= text.Length)
            return text.Length;
        while ((text[end] & 0xC0) == 0x80)
            end--;
        return end;
    }

    private static int Fill(Span<char> word, ReadOnlySpan<byte> part, bool quoted)
    {
        var head = quoted ? "=?utf-8?Q?" : "=?utf-8?B?";
        head.CopyTo(word);
        var at = head.Length;
        if (quoted)
        {
            foreach (var b in part)
                at += Quote(b, word[at..]);
        }
        else
        {
            Convert.TryToBase64Chars(part, word[at..], out var written);
            at += written;
        }

        "?=".CopyTo(word[at..]);
        return at + 2;
    }

    private static int Quote(byte b, Span<char> word)
    {
        if (b == (byte)' ' || Literal.Contains(b))
        {
            word[0] = b == (byte)' ' ? '_' : (char)b;
            return 1;
        }

        word[0] = '=';
        word[1] = "0123456789ABCDEF"[b >> 4];
        word[2] = "0123456789ABCDEF"[b & 15];
        return 3;
    }
}
