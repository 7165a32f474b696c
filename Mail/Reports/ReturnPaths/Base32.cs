namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>RFC 4648 §6 in lower case and without padding: what relays fold the case of stays the same.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    internal static int LengthOf(int octets) => ((octets * 8) + 4) / 5;

    internal static void Encode(ReadOnlySpan<byte> octets, Span<char> text)
    {
        var (bits, held, at) = (0, 0, 0);
        foreach (var octet in octets)
        {
            bits = ((bits << 8) | octet) & 0xFFF;
            for (held += 8; held >= 5; held -= 5)
                text[at++] = Alphabet[(bits >> (held - 5)) & 31];
        }

        if (held > 0)
            text[at] = Alphabet[(bits << (5 - held)) & 31];
    }

    /// <summary>False for a character of no alphabet, and for bits at the end that say nothing and are set.</summary>
    internal static bool TryDecode(ReadOnlySpan<char> text, Span<byte> octets)
    {
        var (bits, held, at) = (0, 0, 0);
        foreach (var c in text)
        {
            var value = c is >= '2' and <= '7' ? c - '2' + 26 : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' : -1;
            if (value < 0)
                return false;
            bits = ((bits << 5) | value) & 0xFFF;
            held += 5;
            if (held < 8)
                continue;
            held -= 8;
            if (at == octets.Length)
                return false;
            octets[at++] = (byte)(bits >> held);
        }

        return at == octets.Length && held < 5 && (bits & ((1 << held) - 1)) == 0;
    }
}
