using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Silo.Configuration;
using Actors.Silo.Files;
using Actors.Smtp.Tls;

namespace Actors.Silo.Tls;

/// <summary>The certificate of the SMTP listeners: the configured one, or a self-signed one made at first
/// start.</summary>
public sealed class CertificateStore(SiloSettings settings, TimeProvider time)
{
    internal const string CertificateFile = "smtp-certificate.pem";
    private const string KeyFile = "smtp-certificate-key.pem";
    private const int YearsValid = 10;

    private ServerTls? tls;

    public ServerTls Tls => tls ??= new ServerTls(SslStreamCertificateContext.Create(Load(), null, offline: true));

    private X509Certificate2 Load()
    {
        if (settings.Submission.Certificate.Length > 0)
            return X509Certificate2.CreateFromPemFile(
                settings.Submission.Certificate,
                settings.Submission.CertificateKey.Length > 0 ? settings.Submission.CertificateKey : null);
        var certificate = Path.Combine(settings.Data, CertificateFile);
        var key = Path.Combine(settings.Data, KeyFile);
        if (!File.Exists(certificate))
            Make(certificate, key);
        return X509Certificate2.CreateFromPemFile(certificate, key);
    }

    private void Make(string certificate, string key)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            $"CN={settings.HostName}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(settings.HostName);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        var now = time.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(YearsValid));
        Directory.CreateDirectory(settings.Data);
        File.Delete(key); // one without its certificate is of no use
        SecretFile.Create(key, rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificate, made.ExportCertificatePem());
    }
}
