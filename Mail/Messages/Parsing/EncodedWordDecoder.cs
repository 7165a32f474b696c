using System.Buffers;
using System.Text;

namespace Actors.Mail.Messages.Parsing;

/// <summary>Reads RFC 2047 encoded words in header text, tolerantly and in linear time.</summary>
/// <remarks>
/// What cannot be decoded stays as it is. Octets of adjacent words in one charset are joined before decoding, because
/// senders cut characters in two. Control characters that come out of it become spaces: a decoded CR is an attack.
/// </remarks>
public static class EncodedWordDecoder
{
    /// <summary>UTF-16 units between "=?" and "?=": RFC 2047 allows 75, senders exceed it.</summary>
    private const int WordMax = 1000;

    /// <returns>Without control characters.</returns>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
            return Cleaned(text);
        var output = new StringBuilder(text.Length);
        var octets = new ArrayBufferWriter<byte>();
        Encoding? charset = null;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOf("=?", StringComparison.Ordinal);
            if (start >= 0 && TryReadWord(rest[start..], octets, ref charset, output, adjacent: IsBlank(rest[..start]),
                before: rest[..start]) is var length and > 0)
            {
                rest = rest[(start + length)..];
                continue;
            }

            Flush(octets, charset, output);
            charset = null;
            var plain = start < 0 ? rest.Length : start + 2;
            output.Append(rest[..plain]);
            rest = rest[plain..];
        }

        Flush(octets, charset, output);
        return Cleaned(output.ToString());
    }

    /// <returns>
    /// The length of the encoded word at the start of <paramref name="text"/>; 0 where there is none.
    /// </returns>
    private static int TryReadWord(
        ReadOnlySpan<char> text,
        ArrayBufferWriter<byte> octets,
        ref Encoding? charset,
        StringBuilder output,
        bool adjacent,
        ReadOnlySpan<char> before)
    {
        if (!TrySplit(text, out var name, out var encoding, out var content, out var length)
            || Charsets.Find(name) is not { } found)
            return 0;
        var decoded = encoding is 'B' or 'b' ? FromBase64(content) : FromQ(content);
        if (decoded is null)
            return 0;
        var inSequence = charset is not null && adjacent;
        if (!inSequence || !ReferenceEquals(charset, found))
            Flush(octets, charset, output);
        if (!inSequence)
            output.Append(before);
        charset = found;
        octets.Write(decoded);
        return length;
    }

    private static bool TrySplit(
        ReadOnlySpan<char> text,
        out ReadOnlySpan<char> charset,
        out char encoding,
        out ReadOnlySpan<char> content,
        out int length)
    {
        charset = content = default;
        encoding = default;
        length = 0;
        var inner = text[2..Math.Min(text.Length, WordMax)];
        var first = inner.IndexOf('?');
        if (first < 1 || first + 2 >= inner.Length || inner[first + 2] != '?')
            return false;
        charset = inner[..first];
        encoding = inner[first + 1];
        content = inner[(first + 3)..];
        var end = content.IndexOf('?');
        if (end < 0 || end + 1 >= content.Length || content[end + 1] != '='
            || encoding is not ('B' or 'b' or 'Q' or 'q'))
            return false;
        content = content[..end];
        length = 2 + first + 3 + end + 2;
        return true;
    }

    private static byte[]? FromBase64(ReadOnlySpan<char> content)
    {
        content = content.TrimEnd('=');
        var padded = $"{content}{"===".AsSpan(0, (4 - (content.Length % 4)) % 4)}";
        var buffer = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, buffer, out var written) ? buffer[..written] : null;
    }

    private static byte[] FromQ(ReadOnlySpan<char> content)
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(1, content.Length * 3));
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '=' && IsHexPair(content[(i + 1)..]))
            {
                output.Write([Convert.ToByte(content.Slice(i + 1, 2).ToString(), 16)]);
                i += 2;
            }
            else if (c < 0x80)
            {
                output.Write([(byte)(c == '_' ? ' ' : c)]);
            }
            else
            {
                output.Advance(Encoding.UTF8.GetBytes(content.Slice(i, 1), output.GetSpan(3)));
            }
        }

        return output.WrittenSpan.ToArray();
    }

    private static bool IsHexPair(ReadOnlySpan<char> text) =>
        text.Length >= 2 && char.IsAsciiHexDigit(text[0]) && char.IsAsciiHexDigit(text[1]);

    private static void Flush(ArrayBufferWriter<byte> octets, Encoding? charset, StringBuilder output)
    {
        if (octets.WrittenCount > 0)
            output.Append(charset!.GetString(octets.WrittenSpan));
        octets.ResetWrittenCount();
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => text.Trim(" \t").IsEmpty;

    private static string Cleaned(string text) => HeaderText.IsPlain(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(r => HeaderText.IsPlain(r) ? r.ToString() : " "));
}
