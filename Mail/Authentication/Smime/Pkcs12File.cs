using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Actors.Mail.Authentication.Smime;

/// <summary>Opens PKCS#12 files (RFC 7292) of strangers.</summary>
internal static class Pkcs12File
{
    /// <summary>ERROR_INVALID_PASSWORD: how .NET tells it from a broken file, on every system.</summary>
    private const int InvalidPassword = unchecked((int)0x80070056);

    private static readonly Pkcs12LoaderLimits Limits = new()
    {
        MacIterationLimit = SmimeLimits.MacIterationsMax,
        IndividualKdfIterationLimit = SmimeLimits.KdfIterationsMax,
        TotalKdfIterationLimit = SmimeLimits.KdfIterationsTotalMax,
        MaxKeys = SmimeLimits.KeysMax,
        MaxCertificates = SmimeLimits.CertificatesMax,
        PreserveStorageProvider = false,
        PreserveKeyName = false,
        PreserveCertificateAlias = false,
        PreserveUnknownAttributes = false,
    };

    /// <summary>Keys stay in memory: nothing is written to a store.</summary>
    /// <returns>Null with the refusal; the caller disposes of the certificates otherwise.</returns>
    internal static X509Certificate2Collection? Open(
        ReadOnlySpan<byte> file, string password, out SmimeRefusal? refusal)
    {
        refusal = file.Length > SmimeLimits.FileOctetsMax ? SmimeRefusal.TooLarge
            : password.Length > SmimeLimits.PasswordMax ? SmimeRefusal.WrongPassword
            : null;
        if (refusal is not null)
            return null;
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(
                file, password, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable, Limits);
        }
        catch (Pkcs12LoadLimitExceededException)
        {
            refusal = SmimeRefusal.TooExpensive;
        }
        catch (CryptographicException fault)
        {
            refusal = fault.HResult == InvalidPassword || HasNoMac(file)
                ? SmimeRefusal.WrongPassword
                : SmimeRefusal.Malformed;
        }

        return null;
    }

    /// <summary>Whether nothing tells a wrong password before the contents are read (RFC 7292 §4, macData): of what it
    /// makes of them, one in 256 looks decrypted, and then means nothing.</summary>
    private static bool HasNoMac(ReadOnlySpan<byte> file)
    {
        try
        {
            AsnDecoder.ReadSequence(file, AsnEncodingRules.BER, out var start, out var length, out _);
            var fields = file.Slice(start, length);
            for (var field = 0; field < 2; field++) // version, authSafe
            {
                AsnDecoder.ReadEncodedValue(fields, AsnEncodingRules.BER, out _, out _, out var octets);
                fields = fields[octets..];
            }

            return fields.IsEmpty;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
