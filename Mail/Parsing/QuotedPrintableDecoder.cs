namespace Actors.Mail.Parsing;

/// <summary>RFC 2045 §6.7, tolerant: "=" before anything but two hex digits or a line end stands for itself.</summary>
internal static class QuotedPrintableDecoder
{
    internal static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var output = new byte[text.Length];
        var written = 0;
        while (!text.IsEmpty)
        {
            var feed = text.IndexOf((byte)'\n');
            var line = feed < 0 ? text : text[..feed];
            var ending = feed < 0 ? default : line.EndsWith("\r"u8) ? "\r\n"u8 : "\n"u8;
            line = line.TrimEnd(" \t\r"u8); // white space at the end was added on the way
            var soft = line.EndsWith("="u8);
            written += DecodeLine(soft ? line[..^1] : line, output.AsSpan(written));
            if (!soft)
            {
                ending.CopyTo(output.AsSpan(written));
                written += ending.Length;
            }

            text = feed < 0 ? default : text[(feed + 1)..];
        }

        Array.Resize(ref output, written);
        return output;
    }

    private static int DecodeLine(ReadOnlySpan<byte> line, Span<byte> output)
    {
        var written = 0;
        while (!line.IsEmpty)
        {
            var equals = line.IndexOf((byte)'=');
            var plain = equals < 0 ? line : line[..equals];
            plain.CopyTo(output[written..]);
            written += plain.Length;
            if (equals < 0)
                break;
            line = line[equals..];
            var isOctet = line.Length > 2 && char.IsAsciiHexDigit((char)line[1]) && char.IsAsciiHexDigit((char)line[2]);
            output[written++] = isOctet ? (byte)((Hex(line[1]) << 4) | Hex(line[2])) : (byte)'=';
            line = line[(isOctet ? 3 : 1)..];
        }

        return written;
    }

    private static int Hex(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
