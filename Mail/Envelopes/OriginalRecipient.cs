using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Mail.Envelopes;

/// <summary>
/// The recipient as the submitter named it before any forwarding (ORCPT: RFC 3461 §4.2; the address type utf-8: RFC
/// 6533 §3).
/// </summary>
public sealed record OriginalRecipient
{
    /// <summary>Octets of type and address in UTF-8 (RFC 3461 §4.2).</summary>
    public const int OctetsMax = 500;

    private OriginalRecipient(string addressType, string encoded, string address) =>
        (AddressType, Encoded, Address) = (addressType, encoded, address);

    /// <summary>Usually <c>rfc822</c> or <c>utf-8</c>; letters, digits and hyphens.</summary>
    public string AddressType { get; }

    /// <summary>The address as it stands in the command, after the semicolon.</summary>
    public string Encoded { get; }

    /// <summary>The address itself, for the field Original-Recipient: no control characters, ASCII unless the type is
    /// utf-8. Not necessarily an address: nobody has checked it.</summary>
    public string Address { get; }

    /// <summary>Whether a server without SMTPUTF8 can be told it as it is.</summary>
    public bool IsAscii => Ascii.IsValid(Encoded);

    /// <param name="text">What follows ORCPT=.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OriginalRecipient? original)
    {
        original = null;
        if (text is null || text.Length > OctetsMax || Encoding.UTF8.GetByteCount(text) > OctetsMax
            || text.IndexOf(';', StringComparison.Ordinal) is var at && at < 1 || at == text.Length - 1)
            return false;
        var (type, encoded) = (text[..at], text[(at + 1)..]);
        if (!type.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return false;
        var isDecoded = type.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Utf8AddressText.TryDecode(encoded, out var address)
            : Xtext.TryDecode(encoded, out address);
        original = isDecoded ? new OriginalRecipient(type, encoded, address!) : null;
        return isDecoded;
    }

    /// <exception cref="FormatException">Not an address type, a semicolon and an encoded address.</exception>
    public static OriginalRecipient Parse(string text) =>
        TryParse(text, out var original) ? original : throw new FormatException("Not an original recipient.");

    /// <summary>The same for a server without SMTPUTF8: what is not ASCII as <c>\x{…}</c> (RFC 6533 §3).</summary>
    /// <returns>Null when it is then longer than a server has to take.</returns>
    public OriginalRecipient? ToAscii()
    {
        if (IsAscii)
            return this;
        var encoded = Utf8AddressText.ToAscii(Encoded);
        return AddressType.Length + 1 + encoded.Length <= OctetsMax ? new(AddressType, encoded, Address) : null;
    }

    public override string ToString() => $"{AddressType};{Encoded}";
}
