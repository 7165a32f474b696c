using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Addresses;

namespace Actors.Mail.Authentication.Dkim.Keys;

/// <summary>Tells a domain's keys apart (RFC 6376 §3.1).</summary>
public sealed record Selector
{
    /// <summary>Longest name that DNS takes, without its final dot, in octets.</summary>
    private const int NameMax = 253;

    private Selector(string value) => Value = value;

    /// <summary>Labels of letters, digits, hyphens and underscores with dots between them, lower case.</summary>
    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Selector? selector)
    {
        selector = null;
        if (text is null || text.Length is 0 or > NameMax)
            return false;
        foreach (var label in text.Split('.'))
            if (label.Length is 0 or > AddressLimits.LabelOctetsMax || label[0] == '-' || label[^1] == '-'
                || !label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                return false;
        selector = new Selector(text.ToLowerInvariant());
        return true;
    }

    /// <exception cref="FormatException">The text is no selector.</exception>
    public static Selector Parse(string text) =>
        TryParse(text, out var selector) ? selector : throw new FormatException("Not a selector.");

    /// <summary>Where the key is published (RFC 6376 §3.6.2.1).</summary>
    public string NameAt(DomainName domain) => $"{Value}._domainkey.{domain.Ascii}";

    /// <summary>Whether DNS can hold <see cref="NameAt"/>.</summary>
    public bool FitsBelow(DomainName domain) => NameAt(domain).Length <= NameMax;

    public override string ToString() => Value;
}
