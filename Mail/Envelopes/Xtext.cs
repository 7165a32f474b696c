using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Envelopes;

/// <summary>
/// xtext of RFC 3461 §4: how printable ASCII stands in a parameter of an SMTP command. "+", "=" and spaces are
/// written as "+" and two upper-case hexadecimal digits.
/// </summary>
public static class Xtext
{
    /// <summary>Printable ASCII, spaces included, as xtext. Linear in the text.</summary>
    /// <exception cref="ArgumentException">The text holds a character that is not printable ASCII.</exception>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
                throw new ArgumentException("Only printable ASCII can be written as xtext.", nameof(text));
            if (c is '+' or '=' or ' ')
                encoded.Append(CultureInfo.InvariantCulture, $"+{(int)c:X2}");
            else
                encoded.Append(c);
        }
        return encoded.ToString();
    }

    /// <summary>
    /// False for anything else than xtext of printable ASCII: what is decoded goes into header fields of
    /// notifications, and must not end a line there.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<char> encoded, [NotNullWhen(true)] out string? text)
    {
        text = null;
        var decoded = new StringBuilder(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '+')
            {
                if (i + 2 >= encoded.Length || !IsUpperHex(encoded[i + 1]) || !IsUpperHex(encoded[i + 2]))
                    return false;
                c = (char)byte.Parse(
                    encoded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                if (c is < ' ' or > '~')
                    return false;
                i += 2;
            }
            else if (c is <= ' ' or > '~' or '=')
            {
                return false;
            }
            decoded.Append(c);
        }
        text = decoded.ToString();
        return true;
    }

    private static bool IsUpperHex(char c) => char.IsAsciiDigit(c) || c is >= 'A' and <= 'F';
}
