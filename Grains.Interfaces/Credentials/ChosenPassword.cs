using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>A password that a person chose, as it is stored: PBKDF2-HMAC-SHA256 (RFC 8018 §5.2), slow to guess.
/// Neither making nor proving one belongs into a grain's turn.</summary>
/// <param name="Salt">In base64, different for each.</param>
/// <param name="Hash">In base64.</param>
[GenerateSerializer, Immutable, Alias("chosen-password")]
public sealed record ChosenPassword(int Iterations, string Salt, string Hash)
{
    /// <summary>What OWASP's cheat sheet on storing passwords asks for.</summary>
    public const int IterationsNow = 600_000;

    private const int SaltLength = 16;
    private const int HashLength = 32;

    public static ChosenPassword Of(string password, IIdSource chance)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        chance.Fill(salt);
        return new ChosenPassword(
            IterationsNow, Convert.ToBase64String(salt), Convert.ToBase64String(Derive(password, salt, IterationsNow)));
    }

    public bool IsProvedBy(string password) => CryptographicOperations.FixedTimeEquals(
        Convert.FromBase64String(Hash), Derive(password, Convert.FromBase64String(Salt), Iterations));

    /// <remarks>Composed, so that the same password typed elsewhere is the same (RFC 8265 §4.2.2).</remarks>
    private static byte[] Derive(string password, ReadOnlySpan<byte> salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password.Normalize()), salt, iterations, HashAlgorithmName.SHA256, HashLength);
}
