using System.Buffers;

namespace Actors.Mail.Messages.Composing;

/// <summary>Text as UTF-8 with CRLF line ends, and the transfer encoding it needs.</summary>
internal readonly struct CanonicalText
{
    /// <summary>What 7bit takes as it is: printable ASCII, tab and line ends.</summary>
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create([(byte)'\t', (byte)'\r', (byte)'\n', .. Enumerable.Range(' ', 95).Select(c => (byte)c)]);

    private CanonicalText(ReadOnlyMemory<byte> content)
    {
        Content = content;
        Encoding = Choose(content.Span);
    }

    internal ReadOnlyMemory<byte> Content { get; }

    internal TransferEncoding Encoding { get; }

    /// <summary>
    /// Takes CRLF, CR and LF for line ends and ends the last line. Unpaired surrogates become U+FFFD.
    /// </summary>
    internal static CanonicalText From(string text)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        if (IsCanonical(utf8))
            return new CanonicalText(utf8);
        var output = new ArrayBufferWriter<byte>(utf8.Length + (utf8.Length / 16) + 16);
        var rest = utf8.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            output.Write(end < 0 ? rest : rest[..end]);
            output.Write("\r\n"u8);
            rest = end < 0 ? default : rest[(end + (rest[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return new CanonicalText(output.WrittenMemory);
    }

    internal static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return true;
        if (!text.EndsWith("\r\n"u8))
            return false;
        while (text.IndexOfAny((byte)'\r', (byte)'\n') is var at and >= 0)
        {
            if (text[at] != (byte)'\r' || at + 1 == text.Length || text[at + 1] != (byte)'\n')
                return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    /// <summary>
    /// 7bit keeps plain mail readable as it travels. Not for lines over 998 octets, for "From " at a line start, which
    /// mailbox files change, nor for what could be taken for our boundaries.
    /// </summary>
    internal static TransferEncoding Choose(ReadOnlySpan<byte> content)
    {
        if (!content.ContainsAnyExcept(Plain))
            return HasOnlySafeLines(content) ? TransferEncoding.SevenBit : TransferEncoding.QuotedPrintable;
        var escapes = 0;
        foreach (var b in content)
        {
            if (!Plain.Contains(b) || b == (byte)'=')
                escapes++;
        }

        // Quoted-printable adds two octets to each of these, base64 one to every three octets.
        return escapes * 6 <= content.Length ? TransferEncoding.QuotedPrintable : TransferEncoding.Base64;
    }

    private static bool HasOnlySafeLines(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("--=_"u8) >= 0)
            return false;
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var length = end < 0 ? content.Length : end - 1;
            if (length > MessageLimits.LineOctetsMax || content.StartsWith("From "u8))
                return false;
            content = end < 0 ? default : content[(end + 1)..];
        }

        return true;
    }
}
