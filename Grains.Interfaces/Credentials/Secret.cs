using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>Generated secrets: 256 bits of chance, stored only as SHA-256 (nothing to guess, so nothing to slow
/// down).</summary>
public static class Secret
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <returns>The prefix and 52 letters and digits.</returns>
    public static string Generate(string prefix, IIdSource chance)
    {
        Span<byte> bytes = stackalloc byte[52];
        chance.Fill(bytes);
        Span<char> text = stackalloc char[52];
        for (var i = 0; i < bytes.Length; i++)
            text[i] = Alphabet[bytes[i] & 31];
        return string.Concat(prefix, text);
    }

    /// <returns>64 hex digits.</returns>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
