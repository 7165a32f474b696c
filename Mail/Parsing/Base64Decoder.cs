using System.Buffers;
using System.Buffers.Text;

namespace Actors.Mail.Parsing;

/// <summary>
/// RFC 2045 §6.8, tolerant: what is not of the alphabet is passed over, padding may stand anywhere or lack.
/// </summary>
internal static class Base64Decoder
{
    private const byte NotInAlphabet = 0xFF;
    private static readonly byte[] Values = Table();

    internal static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var output = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3];
        var written = Base64.DecodeFromUtf8(text, output, out _, out var clean) == OperationStatus.Done
            ? clean
            : DecodeTolerantly(text, output);
        Array.Resize(ref output, written);
        return output;
    }

    private static int DecodeTolerantly(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var (written, bits, held) = (0, 0, 0);
        foreach (var c in text)
        {
            if (c == (byte)'=')
            {
                held = 0; // the next character begins a group of its own
                continue;
            }

            var value = Values[c];
            if (value == NotInAlphabet)
                continue;
            bits = (bits << 6) | value;
            held += 6;
            if (held < 8)
                continue;
            held -= 8;
            output[written++] = (byte)(bits >> held);
        }

        return written;
    }

    private static byte[] Table()
    {
        var table = new byte[256];
        Array.Fill(table, NotInAlphabet);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var i = 0; i < alphabet.Length; i++)
            table[alphabet[i]] = (byte)i;
        return table;
    }
}
