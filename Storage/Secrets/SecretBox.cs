using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Storage.Secrets;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random nonce; the purpose is authenticated with it.</summary>
/// <remarks>2³² secrets under one key before a nonce could repeat: far beyond what a platform has.</remarks>
public sealed class SecretBox(SecretKeys keys, IIdSource chance) : ISecretBox
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <returns>The key's number, a dot, and nonce, tag and ciphertext in base64.</returns>
    public string Seal(string purpose, ReadOnlySpan<byte> secret)
    {
        keys.TryFind(keys.Current, out var key);
        var bytes = new byte[NonceLength + TagLength + secret.Length];
        var nonce = bytes.AsSpan(0, NonceLength);
        chance.Fill(nonce);
        using var cipher = new AesGcm(key!, TagLength);
        cipher.Encrypt(
            nonce, secret, bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength),
            Encoding.UTF8.GetBytes(purpose));
        return string.Create(CultureInfo.InvariantCulture, $"{keys.Current}.{Convert.ToBase64String(bytes)}");
    }

    public byte[]? Open(string purpose, string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !byte.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !keys.TryFind(id, out var key))
            return null;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64Chars(text.AsSpan(dot + 1), bytes, out var length)
            || length < NonceLength + TagLength)
            return null;
        var secret = new byte[length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(
                bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength, secret.Length),
                bytes.AsSpan(NonceLength, TagLength), secret, Encoding.UTF8.GetBytes(purpose));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
