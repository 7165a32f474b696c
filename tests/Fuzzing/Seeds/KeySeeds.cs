using System.Security.Cryptography;

namespace Actors.Fuzzing.Seeds;

internal static class KeySeeds
{
    /// <summary>A key record of DKIM; its private half is thrown away.</summary>
    public static string Record { get; } = Make();

    private static string Make()
    {
        using var key = RSA.Create(2048);
        return "v=DKIM1; k=rsa; p=" + Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
