using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Mail.Addresses;

namespace Actors.Mail.Authentication.Smime;

/// <summary>A sender's certificate with its private key and chain. Safe for many threads, one of which signs at a
/// time.</summary>
public sealed class SmimeIdentity : IDisposable
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const string AnyUsage = "2.5.29.37.0";

    private readonly X509Certificate2Collection all;

    private SmimeIdentity(EmailAddress sender, X509Certificate2 certificate, X509Certificate2Collection all)
    {
        (Sender, Certificate, this.all) = (sender, certificate, all);
        Chain = CertificateChain.Of(certificate, all);
        ValidUntil = certificate.NotAfter.ToUniversalTime();
    }

    public EmailAddress Sender { get; }

    public DateTimeOffset ValidUntil { get; }

    public DateTimeOffset ValidFrom => Certificate.NotBefore.ToUniversalTime();

    public string Subject => Certificate.Subject;

    public string Issuer => Certificate.Issuer;

    /// <summary>In hex.</summary>
    public string SerialNumber => Certificate.SerialNumber;

    /// <summary>SHA-256 of the certificate in hex.</summary>
    public string Fingerprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Subjects of what goes out with a signature, the signer's own first.</summary>
    public IEnumerable<string> ChainSubjects => Chain.Select(each => each.Subject);

    internal X509Certificate2 Certificate { get; }

    /// <summary>What goes out with a signature: the certificate and those above it, without a root.</summary>
    internal X509Certificate2Collection Chain { get; }

    internal Lock Signing { get; } = new();

    /// <summary>Reads a PKCS#12 file (RFC 7292). Takes up to a second: never within a grain's turn.</summary>
    /// <param name="sender">Whom the certificate has to be for, in whatever case.</param>
    /// <param name="refusal">Null when it can sign.</param>
    public static bool TryLoad(
        ReadOnlySpan<byte> file,
        string password,
        EmailAddress sender,
        DateTimeOffset now,
        [NotNullWhen(true)] out SmimeIdentity? identity,
        [NotNullWhen(false)] out SmimeRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(sender);
        identity = null;
        if (Pkcs12File.Open(file, password, out refusal) is not { } all)
        {
            refusal ??= SmimeRefusal.Malformed;
            return false;
        }

        var withKeys = all.Where(each => each.HasPrivateKey).ToArray();
        refusal = withKeys.Length == 0 ? SmimeRefusal.NoKey
            : withKeys.Length > 1 ? SmimeRefusal.SeveralKeys
            : Check(withKeys[0], sender, now);
        if (refusal is null)
            identity = new SmimeIdentity(sender, withKeys[0], all);
        else
            Dispose(all);
        return identity is not null;
    }

    /// <summary>Whether those who receive signatures can follow them up to a root. Which roots they trust is theirs to
    /// know.</summary>
    /// <returns>Null when they can.</returns>
    public SmimeRefusal? CheckChain(DateTimeOffset now) => CertificateChain.Check(Certificate, all, now);

    /// <summary>A PKCS#12 file that opens fast and without a password, with what signing needs and nothing else. A
    /// secret: whoever has it can sign.</summary>
    public byte[] Export()
    {
        var fast = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
        return Chain.ExportPkcs12(fast, password: "");
    }

    public void Dispose() => Dispose(all);

    private static SmimeRefusal? Check(X509Certificate2 certificate, EmailAddress sender, DateTimeOffset now)
    {
        if (!IsKeySupported(certificate))
            return SmimeRefusal.KeyNotSupported;
        if (!IsForSigning(certificate))
            return SmimeRefusal.NotForSigning;
        if (now < certificate.NotBefore.ToUniversalTime())
            return SmimeRefusal.NotYetValid;
        if (now > certificate.NotAfter.ToUniversalTime())
            return SmimeRefusal.Expired;
        return CertificateAddresses.Of(certificate).Any(address => address.Key == sender.Key)
            ? null
            : SmimeRefusal.NotTheSender;
    }

    private static bool IsKeySupported(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var curve = certificate.GetECDsaPrivateKey();
        return curve is not null || rsa?.KeySize is >= SmimeLimits.RsaBitsMin and <= SmimeLimits.RsaBitsMax;
    }

    /// <summary>RFC 8550 §4.4.2 and §4.4.4: what is not said is allowed.</summary>
    private static bool IsForSigning(X509Certificate2 certificate)
    {
        const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        foreach (var extension in certificate.Extensions)
        {
            if (extension is X509KeyUsageExtension usage && (usage.KeyUsages & Signing) == 0)
                return false;
            if (extension is X509EnhancedKeyUsageExtension extended
                && !extended.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value is EmailProtection or AnyUsage))
                return false;
        }

        return true;
    }

    private static void Dispose(X509Certificate2Collection certificates)
    {
        foreach (var certificate in certificates)
            certificate.Dispose();
    }
}
