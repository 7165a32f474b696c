using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;

namespace Actors.Mail.Authentication.Dkim.Keys;

/// <summary>An RSA key that checks signatures, as a SubjectPublicKeyInfo.</summary>
/// <param name="Info">DER. Key records hold it in base64 (RFC 6376 §3.6.1 with erratum 3017).</param>
public sealed record PublicKey(ReadOnlyMemory<byte> Info, int Bits)
{
    public bool Equals(PublicKey? other) => other is not null && Info.Span.SequenceEqual(other.Info.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Info.Span);
        return hash.ToHashCode();
    }

    internal static PublicKey Of(RSA rsa) => new(rsa.ExportSubjectPublicKeyInfo(), rsa.KeySize);

    /// <summary>Reads a SubjectPublicKeyInfo, or the bare RSAPublicKey that RFC 6376's text asks for.</summary>
    /// <returns>False for what is no RSA key, or one that takes too long to use.</returns>
    public static bool TryRead(string base64, [NotNullWhen(true)] out PublicKey? key)
    {
        ArgumentNullException.ThrowIfNull(base64);
        key = null;
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (!Convert.TryFromBase64String(base64, octets, out var length) || length == 0)
            return false;
        using var rsa = RSA.Create();
        if (!Imported(rsa, octets.AsSpan(0, length)))
            return false;
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var exponent = new BigInteger(parameters.Exponent, isUnsigned: true, isBigEndian: true);
        if (parameters.Exponent!.Length > DkimLimits.RsaExponentOctetsMax || exponent <= 1 || exponent.IsEven
            || rsa.KeySize > DkimLimits.RsaBitsMax)
            return false;
        key = Of(rsa);
        return true;
    }

    internal bool Verifies(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(Info.Span, out _);
            return rsa.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false; // a key that can be read and does not work
        }
    }

    private static bool Imported(RSA rsa, ReadOnlySpan<byte> der)
    {
        try
        {
            rsa.ImportSubjectPublicKeyInfo(der, out var read);
            return read == der.Length;
        }
        catch (CryptographicException)
        {
            return ImportedBare(rsa, der);
        }
    }

    private static bool ImportedBare(RSA rsa, ReadOnlySpan<byte> der)
    {
        try
        {
            rsa.ImportRSAPublicKey(der, out var read);
            return read == der.Length;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
