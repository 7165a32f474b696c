using System.Security.Cryptography;
using System.Text;

namespace Actors.Grains.Credentials;

/// <summary>What is stored of every password that a person chose: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), slow to
/// guess.</summary>
public static class PasswordDerivation
{
    /// <summary>What OWASP's cheat sheet on storing passwords asks for.</summary>
    public const int IterationsNow = 600_000;

    public const int SaltOctets = 16;
    public const int HashOctets = 32;

    /// <remarks>Composed, so that two ways to type a letter are one password (RFC 8265 §4.2.2).</remarks>
    public static byte[] Derive(string password, ReadOnlySpan<byte> salt, int iterations)
    {
        ArgumentNullException.ThrowIfNull(password);
        return Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)), salt, iterations,
            HashAlgorithmName.SHA256, HashOctets);
    }
}
