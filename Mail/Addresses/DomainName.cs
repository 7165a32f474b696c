using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Actors.Mail.Addresses;

/// <summary>A fully qualified host or mail domain, compared by its A-label form.</summary>
/// <remarks>
/// Letters, digits and hyphens only (RFC 1123 §2.1). A last label of digits alone is refused: no such top-level domain
/// can
/// exist (RFC 3696 §2), and resolvers and proxies would read <c>127.0.0.1</c> as an address.
/// </remarks>
public sealed record DomainName
{
    private const string LowerLetterDigitHyphen = "abcdefghijklmnopqrstuvwxyz0123456789-";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(LowerLetterDigitHyphen);
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private DomainName(string ascii) => Ascii = ascii;

    /// <summary>
    /// Lower-case A-label form without a final dot, 1 to 253 octets: what goes to the wire and the resolver.
    /// </summary>
    public string Ascii { get; }

    /// <summary>The U-label form for people. Equal to <see cref="Ascii"/> where a label has no valid U-label.</summary>
    public string Unicode => Ascii.Contains("xn--", StringComparison.Ordinal) ? ToUnicode(Ascii) : Ascii;

    /// <summary>Accepts A-labels, U-labels and one final dot; refuses address literals.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainName? domain)
    {
        domain = null;
        if (string.IsNullOrEmpty(text) || text.Length > AddressLimits.DomainOctetsMax + 1)
            return false;
        if (text[^1] == '.')
            text = text[..^1];
        if (ToAscii(text) is not { } ascii || !IsHostName(ascii))
            return false;
        domain = new DomainName(ascii);
        return true;
    }

    /// <exception cref="FormatException">The text is not a domain name.</exception>
    public static DomainName Parse(string text) =>
        TryParse(text, out var domain) ? domain : throw new FormatException("Not a domain name.");

    public bool Equals(DomainName? other) => other is not null && Ascii == other.Ascii;

    public override int GetHashCode() => Ascii.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Ascii;

    private static string? ToAscii(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text.ToLowerInvariant();
        try
        {
            return Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string ToUnicode(string ascii)
    {
        try
        {
            return Idn.GetUnicode(ascii);
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    private static bool IsHostName(ReadOnlySpan<char> ascii)
    {
        if (ascii.IsEmpty || ascii.Length > AddressLimits.DomainOctetsMax)
            return false;
        var last = ascii;
        foreach (var range in ascii.Split('.'))
        {
            last = ascii[range];
            if (last.IsEmpty || last.Length > AddressLimits.LabelOctetsMax || last.ContainsAnyExcept(Allowed)
                || last[0] == '-' || last[^1] == '-')
                return false;
        }

        return last.ContainsAnyExceptInRange('0', '9');
    }
}
