using System.Buffers;

namespace Actors.Mail.Messages.Composing;

/// <summary>RFC 2045 §6.7 for canonical text.</summary>
internal static class QuotedPrintable
{
    /// <summary>Columns before the "=" of a soft line break.</summary>
    private const int ColumnsMax = MessageLimits.EncodedLineMax - 1;

    /// <param name="text">Line ends are CRLF.</param>
    internal static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf("\r\n"u8);
            WriteLine(end < 0 ? text : text[..end], output);
            if (end < 0)
                return;
            output.Write("\r\n"u8);
            text = text[(end + 2)..];
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var at = 0;
        while (at < line.Length)
        {
            var span = output.GetSpan(MessageLimits.EncodedLineMax + 2);
            var column = 0;
            while (at < line.Length)
            {
                var literal = IsLiteral(line, at);
                if (column + (literal ? 1 : 3) > ColumnsMax)
                    break;
                if (literal)
                    span[column++] = line[at++];
                else
                    column += Escape(line[at++], span[column..]);
            }

            if (at < line.Length)
            {
                "=\r\n"u8.CopyTo(span[column..]);
                column += 3;
            }

            output.Advance(column);
        }
    }

    /// <summary>
    /// White space before a line end would be lost; "From " and "." at a line start are changed on the way.
    /// </summary>
    private static bool IsLiteral(ReadOnlySpan<byte> line, int at) => line[at] switch
    {
        (byte)' ' or (byte)'\t' => at + 1 < line.Length,
        (byte)'=' => false,
        (byte)'F' => at > 0 || !line.StartsWith("From "u8),
        (byte)'.' => at > 0,
        var b => b is > (byte)' ' and <= (byte)'~',
    };

    private static int Escape(byte b, Span<byte> output)
    {
        output[0] = (byte)'=';
        output[1] = "0123456789ABCDEF"u8[b >> 4];
        output[2] = "0123456789ABCDEF"u8[b & 15];
        return 3;
    }
}
