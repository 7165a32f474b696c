using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Envelopes;

/// <summary>
/// How an address in UTF-8 stands in ORCPT (RFC 6533 §3): as it is, or with <c>\x{…}</c> for what is not ASCII or has
/// a meaning of its own.
/// </summary>
internal static class Utf8AddressText
{
    private const int HexDigitsMax = 6;

    public static bool TryDecode(string encoded, [NotNullWhen(true)] out string? text)
    {
        text = null;
        var decoded = new StringBuilder(encoded.Length);
        for (var i = 0; i < encoded.Length;)
        {
            if (!TryRead(encoded, ref i, out var rune) || Rune.IsControl(rune) || IsLineSeparator(rune))
                return false;
            decoded.Append(rune.ToString());
        }
        text = decoded.ToString();
        return true;
    }

    /// <param name="encoded">Valid: <see cref="TryDecode"/> takes it.</param>
    public static string ToAscii(string encoded)
    {
        var ascii = new StringBuilder(encoded.Length * 2);
        foreach (var rune in encoded.EnumerateRunes())
        {
            if (rune.IsAscii)
                ascii.Append((char)rune.Value);
            else
                ascii.Append(CultureInfo.InvariantCulture, $"\\x{{{rune.Value:X}}}");
        }
        return ascii.ToString();
    }

    private static bool TryRead(string encoded, ref int at, out Rune rune)
    {
        if (encoded[at] == '\\')
            return TryReadHex(encoded, ref at, out rune);
        if (!Rune.TryGetRuneAt(encoded, at, out rune) || rune.Value is <= ' ' or '+' or '=' or 127)
            return false;
        at += rune.Utf16SequenceLength;
        return true;
    }

    private static bool TryReadHex(string encoded, ref int at, out Rune rune)
    {
        rune = default;
        if (!encoded.AsSpan(at).StartsWith("\\x{"))
            return false;
        var digits = encoded.AsSpan(at + 3);
        var end = digits.IndexOf('}');
        if (end is < 1 or > HexDigitsMax
            || !int.TryParse(digits[..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || !Rune.TryCreate(value, out rune))
            return false;
        at += 3 + end + 1;
        return true;
    }

    /// <summary>Some programs end a line there, too.</summary>
    private static bool IsLineSeparator(Rune rune) => rune.Value is 0x2028 or 0x2029;
}
