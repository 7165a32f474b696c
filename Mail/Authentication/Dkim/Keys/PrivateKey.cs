using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Actors.Mail.Authentication.Dkim.Keys;

/// <summary>An RSA key that signs. Safe for many threads, which take instances of their own out of a pool: .NET does
/// not promise that one instance may be used by several.</summary>
public sealed class PrivateKey : IDisposable
{
    /// <summary>Bits of the keys that are made here.</summary>
    public const int BitsMade = 2048;

    private readonly RSAParameters parameters;
    private readonly ConcurrentBag<RSA> idle = [];

    private PrivateKey(RSA first)
    {
        parameters = first.ExportParameters(includePrivateParameters: true);
        Bits = first.KeySize;
        Public = PublicKey.Of(first);
        idle.Add(first);
    }

    public int Bits { get; }

    /// <summary>Octets of a signature.</summary>
    public int SignatureOctets => (Bits + 7) / 8;

    public PublicKey Public { get; }

    public static PrivateKey Generate() => new(RSA.Create(BitsMade));

    /// <summary>Reads an unencrypted PKCS#8 or PKCS#1 key in PEM form; text around it does not matter.</summary>
    /// <param name="refusal">Null when the key can be used.</param>
    public static bool TryReadPem(
        ReadOnlySpan<char> pem,
        [NotNullWhen(true)] out PrivateKey? key,
        [NotNullWhen(false)] out PrivateKeyRefusal? refusal)
    {
        (key, refusal) = (null, null);
        var label = pem.Length > DkimLimits.PemMax ? PrivateKeyRefusal.TooLarge : PemLabel(ref pem);
        if (label is not null)
        {
            refusal = label;
            return false;
        }

        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            refusal = rsa.KeySize is < DkimLimits.RsaBitsMin or > DkimLimits.RsaBitsMax
                ? PrivateKeyRefusal.WrongSize
                : Signs(rsa) ? null : PrivateKeyRefusal.Damaged;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            refusal = PrivateKeyRefusal.Damaged;
        }

        if (refusal is null)
            key = new PrivateKey(rsa);
        else
            rsa.Dispose();
        return key is not null;
    }

    /// <summary>PKCS#8 in PEM form, not encrypted.</summary>
    public string ExportPem()
    {
        using var rsa = RSA.Create(parameters);
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    public void Dispose()
    {
        while (idle.TryTake(out var rsa))
            rsa.Dispose();
    }

    /// <summary>RSASSA-PKCS1-v1_5 over a SHA-256 digest.</summary>
    internal void Sign(ReadOnlySpan<byte> digest, Span<byte> signature)
    {
        var rsa = idle.TryTake(out var kept) ? kept : RSA.Create(parameters);
        rsa.SignHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
    }

    /// <summary>Cuts the PEM down to the private key in it.</summary>
    /// <returns>Null when there is one.</returns>
    private static PrivateKeyRefusal? PemLabel(ref ReadOnlySpan<char> pem)
    {
        var refusal = PrivateKeyRefusal.NoPrivateKey;
        for (var rest = pem; PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            var label = rest[fields.Label];
            if (label is "PRIVATE KEY" or "RSA PRIVATE KEY")
            {
                pem = rest[fields.Location];
                return null;
            }

            if (label is "ENCRYPTED PRIVATE KEY")
                refusal = PrivateKeyRefusal.Encrypted;
            else if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
                refusal = PrivateKeyRefusal.NotRsa;
        }

        return pem.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal) ? PrivateKeyRefusal.Encrypted : refusal;
    }

    private static bool Signs(RSA rsa)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        digest.Clear();
        var signature = rsa.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return rsa.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
