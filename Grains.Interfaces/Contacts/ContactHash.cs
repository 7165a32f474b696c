using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>Stands for an address, or for all of a domain, where its text is not needed or may no longer be kept: the
/// first 10 octets of SHA-256, in hex.</summary>
/// <remarks>The same for every spelling of one mailbox: <see cref="EmailAddress.Key"/>. Of 100 million addresses of one
/// tenant two share it with a probability of 1 to 200 million.</remarks>
[GenerateSerializer, Immutable, Alias("contact-hash")]
public readonly record struct ContactHash
{
    public const int Octets = 10;

    /// <summary>What customers see before <see cref="Value"/>.</summary>
    public const string Prefix = "con_";

    private ContactHash(string value) => Value = value;

    /// <summary>20 lower-case hexadecimal digits.</summary>
    [Id(0)] public string Value { get; init; }

    public static ContactHash Of(EmailAddress address) => OfText(address.Key);

    /// <summary>No address begins with the sign, so none has the hash of a domain.</summary>
    public static ContactHash Of(DomainName domain) => OfText("@" + domain.Ascii);

    public static ContactHash Of(ReadOnlySpan<byte> octets) => octets.Length == Octets
        ? new ContactHash(Convert.ToHexStringLower(octets))
        : throw new ArgumentException($"A hash has {Octets} octets.", nameof(octets));

    public byte[] ToBytes() => Convert.FromHexString(Value);

    public static bool TryParse(string? text, out ContactHash hash)
    {
        var valid = text is { Length: 2 * Octets } && text.All(char.IsAsciiHexDigitLower);
        hash = valid ? new ContactHash(text!) : default;
        return valid;
    }

    /// <summary>Reads the form with the prefix.</summary>
    public static bool TryParseId([NotNullWhen(true)] string? text, out ContactHash hash)
    {
        hash = default;
        return text is not null && text.StartsWith(Prefix, StringComparison.Ordinal)
            && TryParse(text[Prefix.Length..], out hash);
    }

    public string ToId() => Prefix + Value;

    public override string ToString() => Value;

    private static ContactHash OfText(string text)
    {
        Span<byte> octets = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), octets);
        return Of(octets[..Octets]);
    }
}
