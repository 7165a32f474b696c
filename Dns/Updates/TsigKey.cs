using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Actors.Dns.Messages;

namespace Actors.Dns.Updates;

/// <summary>A secret shared with a name server (RFC 8945), for HMAC-SHA256.</summary>
public sealed partial class TsigKey
{
    /// <summary>Octets of a secret: less than 16 can be guessed, and more than a hash's block gains nothing.</summary>
    public const int SecretOctetsMin = 16;

    /// <inheritdoc cref="SecretOctetsMin"/>
    public const int SecretOctetsMax = 64;

    private TsigKey(DnsName name, byte[] secret) => (Name, Secret) = (name, secret);

    public DnsName Name { get; }

    internal byte[] Secret { get; }

    /// <param name="secret">Base64, as name servers have it in their settings.</param>
    public static bool TryCreate(DnsName name, string secret, [NotNullWhen(true)] out TsigKey? key)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var octets = new byte[SecretOctetsMax];
        key = Convert.TryFromBase64String(secret.Trim(), octets, out var length) && length >= SecretOctetsMin
            ? new TsigKey(name, octets[..length])
            : null;
        return key is not null;
    }

    /// <summary>Finds name and secret in what <c>tsig-keygen</c> and <c>keymgr -t</c> write, or in a line
    /// <c>name secret</c>.</summary>
    /// <returns>False also for a key of another algorithm than HMAC-SHA256.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out TsigKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = null;
        var name = NameField().Match(text) is { Success: true } named ? named : Plain().Match(text);
        var secret = SecretField().Match(text) is { Success: true } told ? told : Plain().Match(text);
        var algorithm = AlgorithmField().Match(text);
        if (algorithm.Success && !algorithm.Groups["algorithm"].ValueSpan.Equals(
            "hmac-sha256", StringComparison.OrdinalIgnoreCase))
            return false;
        return name.Success && secret.Success && DnsName.TryParse(name.Groups["name"].Value, out var parsed)
            && TryCreate(parsed, secret.Groups["secret"].Value, out key);
    }

    [GeneratedRegex("""(?:\bid:\s*|\bkey\s+"?)(?<name>[A-Za-z0-9._-]{1,255})""", RegexOptions.NonBacktracking)]
    private static partial Regex NameField();

    [GeneratedRegex("""\balgorithm:?\s+"?(?<algorithm>[A-Za-z0-9-]{1,64})""", RegexOptions.NonBacktracking)]
    private static partial Regex AlgorithmField();

    [GeneratedRegex("""\bsecret:?\s+"?(?<secret>[A-Za-z0-9+/=]{1,100})""", RegexOptions.NonBacktracking)]
    private static partial Regex SecretField();

    [GeneratedRegex("""^\s*(?<name>[A-Za-z0-9._-]{1,255})\s+(?<secret>[A-Za-z0-9+/=]{1,100})\s*$""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
