using System.Security.Cryptography;
using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>The password of an application's login that a person chose, as it is stored, see
/// <see cref="PasswordDerivation"/>. Neither making nor proving one belongs into a grain's turn.</summary>
/// <param name="Salt">In base64, different for each.</param>
/// <param name="Hash">In base64.</param>
[GenerateSerializer, Immutable, Alias("chosen-password")]
public sealed record ChosenPassword(int Iterations, string Salt, string Hash)
{
    public static ChosenPassword Of(string password, IIdSource chance)
    {
        Span<byte> salt = stackalloc byte[PasswordDerivation.SaltOctets];
        chance.Fill(salt);
        return new ChosenPassword(
            PasswordDerivation.IterationsNow, Convert.ToBase64String(salt),
            Convert.ToBase64String(PasswordDerivation.Derive(password, salt, PasswordDerivation.IterationsNow)));
    }

    public bool IsProvedBy(string password) => CryptographicOperations.FixedTimeEquals(
        Convert.FromBase64String(Hash),
        PasswordDerivation.Derive(password, Convert.FromBase64String(Salt), Iterations));
}
