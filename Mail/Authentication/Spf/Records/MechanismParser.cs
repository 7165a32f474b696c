using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Actors.Mail.Authentication.Spf.Macros;

namespace Actors.Mail.Authentication.Spf.Records;

/// <summary>Reads one mechanism without its qualifier (RFC 7208 §5).</summary>
internal static class MechanismParser
{
    private static readonly SearchValues<char> Address6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <returns>Null when it is none, or one with a syntax error.</returns>
    public static SpfMechanism? Parse(string text)
    {
        var end = text.AsSpan().IndexOfAny(':', '/');
        var name = end < 0 ? text : text[..end];
        var rest = text[name.Length..];
        return name.ToLowerInvariant() switch
        {
            "all" when rest.Length == 0 => new SpfMechanism.All(),
            "include" when Domain(rest) is { } domain => new SpfMechanism.Include(domain),
            "exists" when Domain(rest) is { } domain => new SpfMechanism.Exists(domain),
            "ptr" when rest.Length == 0 => new SpfMechanism.Ptr(null),
            "ptr" when Domain(rest) is { } domain => new SpfMechanism.Ptr(domain),
            "a" when TryReadHosts(rest, out var domain, out var lengths) => new SpfMechanism.A(domain, lengths),
            "mx" when TryReadHosts(rest, out var domain, out var lengths) => new SpfMechanism.Mx(domain, lengths),
            "ip4" => Network(rest, TryReadAddress4, PrefixLengths.FourMax),
            "ip6" => Network(rest, TryReadAddress6, PrefixLengths.SixMax),
            _ => null,
        };
    }

    private delegate bool AddressReader(ReadOnlySpan<char> text, out IPAddress? address);

    private static MacroString? Domain(string rest) =>
        rest.StartsWith(':') && MacroString.TryParseDomain(rest[1..], out var domain) ? domain : null;

    /// <summary>[":" domain-spec] [dual-cidr-length] (§5.3): lengths stand at the end, as a domain may hold a
    /// slash.</summary>
    private static bool TryReadHosts(string rest, out MacroString? domain, out PrefixLengths lengths)
    {
        domain = null;
        lengths = default;
        var (four, six) = (PrefixLengths.FourMax, PrefixLengths.SixMax);
        if (Length(rest, "//") is { } digits6)
        {
            if (!PrefixLengths.TryParse(digits6, PrefixLengths.SixMax, out six))
                return false;
            rest = rest[..^(digits6.Length + 2)];
        }
        if (Length(rest, "/") is { } digits4)
        {
            if (!PrefixLengths.TryParse(digits4, PrefixLengths.FourMax, out four))
                return false;
            rest = rest[..^(digits4.Length + 1)];
        }
        lengths = new PrefixLengths(four, six);
        return rest.Length == 0 || (domain = Domain(rest)) is not null;
    }

    /// <returns>The digits at the end that follow the separator; null when the text does not end so.</returns>
    private static string? Length(string text, string separator)
    {
        var digits = text.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1;
        return digits < text.Length && text.AsSpan(0, digits).EndsWith(separator) ? text[digits..] : null;
    }

    private static SpfMechanism.Network? Network(string rest, AddressReader read, int lengthMax)
    {
        if (!rest.StartsWith(':'))
            return null;
        var length = lengthMax;
        var text = rest.AsSpan(1);
        var slash = text.IndexOf('/');
        if (slash >= 0 && !PrefixLengths.TryParse(text[(slash + 1)..], lengthMax, out length))
            return null;
        return read(slash < 0 ? text : text[..slash], out var address)
            ? new SpfMechanism.Network(address!, length)
            : null;
    }

    /// <summary>Four numbers without leading zeros: shorter and octal forms are not SPF.</summary>
    private static bool TryReadAddress4(ReadOnlySpan<char> text, out IPAddress? address)
    {
        address = null;
        Span<byte> octets = stackalloc byte[4];
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            if (count == octets.Length || !PrefixLengths.TryParse(text[range], byte.MaxValue, out var value))
                return false;
            octets[count++] = (byte)value;
        }
        address = new IPAddress(octets);
        return count == octets.Length;
    }

    private static bool TryReadAddress6(ReadOnlySpan<char> text, out IPAddress? address)
    {
        address = null;
        return !text.ContainsAnyExcept(Address6) && IPAddress.TryParse(text, out address)
            && address.AddressFamily == AddressFamily.InterNetworkV6;
    }
}
