using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Actors.Mail.Tests.Authentication.Smime;

/// <summary>A root, an authority below it, and certificates for senders.</summary>
internal sealed class Issuer
{
    internal const string Password = "secret";

    internal static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>Of every sender: making a key takes long.</summary>
    private static readonly RSA SenderKey = RSA.Create(2048);

    internal Issuer()
    {
        Root = Make("CN=Test Root", RSA.Create(2048), null, isAuthority: true);
        Authority = Make("CN=Test Authority", RSA.Create(2048), Root, isAuthority: true);
    }

    internal static Issuer One { get; } = new();

    internal X509Certificate2 Root { get; }

    internal X509Certificate2 Authority { get; }

    /// <summary>A certificate with its private key.</summary>
    internal X509Certificate2 For(
        string address, string subject = "CN=Sender", AsymmetricAlgorithm? key = null, TimeSpan? begins = null,
        TimeSpan? ends = null, params X509Extension[] extensions) => Make(
        subject, key ?? SenderKey, Authority, isAuthority: false, address, begins, ends, extensions);

    /// <summary>A PKCS#12 file with the certificates, the keys of those that have one, and the chain.</summary>
    internal byte[] File(int iterations, bool isSealed, params X509Certificate2[] certificates)
    {
        var (keys, contents) = (new Pkcs12SafeContents(), new Pkcs12SafeContents());
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations);
        for (byte i = 0; i < certificates.Length; i++)
        {
            var id = new Pkcs9LocalKeyId([i]);
            contents.AddCertificate(certificates[i]).Attributes.Add(id);
            if (certificates[i].HasPrivateKey)
                keys.AddShroudedKey(
                    (AsymmetricAlgorithm?)certificates[i].GetRSAPrivateKey() ?? certificates[i].GetECDsaPrivateKey()!,
                    Password, encryption).Attributes.Add(id);
        }

        contents.AddCertificate(X509CertificateLoader.LoadCertificate(Authority.RawData));
        contents.AddCertificate(X509CertificateLoader.LoadCertificate(Root.RawData));
        var file = new Pkcs12Builder();
        file.AddSafeContentsEncrypted(contents, Password, encryption);
        file.AddSafeContentsUnencrypted(keys);
        if (isSealed)
            file.SealWithMac(Password, HashAlgorithmName.SHA256, 2000);
        else
            file.SealWithoutIntegrity();
        return file.Encode();
    }

    internal byte[] File(params X509Certificate2[] certificates) => File(2000, isSealed: true, certificates);

    private static X509Certificate2 Make(
        string subject, AsymmetricAlgorithm key, X509Certificate2? issuer, bool isAuthority, string? address = null,
        TimeSpan? begins = null, TimeSpan? ends = null, params X509Extension[] extensions)
    {
        var request = key is ECDsa curve
            ? new CertificateRequest(subject, curve, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        foreach (var extension in extensions)
            request.CertificateExtensions.Add(extension);
        if (address is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("mail.example.com");
            names.AddEmailAddress(address);
            request.CertificateExtensions.Add(names.Build());
        }

        var (from, until) = (Now + (begins ?? TimeSpan.FromDays(-10)), Now + (ends ?? TimeSpan.FromDays(10)));
        if (issuer is null)
            return request.CreateSelfSigned(Now.AddDays(-100), Now.AddDays(100));
        var serial = RandomNumberGenerator.GetBytes(8);
        serial[0] &= 0x7F;
        using var signer = issuer.GetRSAPrivateKey()!;
        using var bare = request.Create(
            issuer.SubjectName, X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1),
            isAuthority ? Now.AddDays(-90) : from, isAuthority ? Now.AddDays(90) : until, serial);
        return key is ECDsa own ? bare.CopyWithPrivateKey(own) : bare.CopyWithPrivateKey((RSA)key);
    }
}
