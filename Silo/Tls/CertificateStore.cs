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
/// <remarks>Replaced files are noticed at the next handshake and used from it on. New files that cannot be used leave
/// the old certificate in force, and say so in the log.</remarks>
public sealed class CertificateStore(SiloSettings settings, TimeProvider time, ILogger<CertificateStore> log)
{
    internal const string CertificateFile = "smtp-certificate.pem";
    private const string KeyFile = "smtp-certificate-key.pem";
    private const int YearsValid = 10;

    /// <summary>How often the files are looked at, at most.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly CertificateFiles files = FilesOf(settings);
    private SslStreamCertificateContext? current;
    private (DateTime, long, DateTime, long) stamp;
    private long lookedAt;
    private ServerTls? tls;

    /// <exception cref="CryptographicException">At the first call: the files cannot be used.</exception>
    /// <exception cref="IOException">At the first call: the files cannot be read.</exception>
    public ServerTls Tls => tls ??= Begin();

    private ServerTls Begin()
    {
        if (settings.Submission.Certificate.Length == 0 && !File.Exists(Path.Combine(settings.Data, CertificateFile)))
            Make(Path.Combine(settings.Data, CertificateFile), Path.Combine(settings.Data, KeyFile));
        stamp = files.Stamp();
        current = files.Load().Context;
        lookedAt = time.GetTimestamp();
        return new ServerTls(_ => Current());
    }

    /// <summary>For the next handshake.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (gate)
        {
            if (time.GetElapsedTime(lookedAt) < LookEvery)
                return current!;
            lookedAt = time.GetTimestamp();
            Look();
            return current!;
        }
    }

    /// <summary>Tells once for each change whether it is used.</summary>
    private void Look()
    {
        var before = stamp;
        try
        {
            stamp = default; // for files that cannot even be looked at
            stamp = files.Stamp();
            if (stamp == before)
                return;
            var (certificate, context) = files.Load();
            if (certificate.NotAfter.ToUniversalTime() < time.GetUtcNow())
                throw new CryptographicException($"it ended on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}");
            current = context;
            log.LogInformation(
                "the certificate of SMTP submission was replaced; the new one is in force until {Until:yyyy-MM-dd}",
                certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception fault) when (
            fault is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            if (stamp == before)
                return;
            log.LogError(
                "the new certificate of SMTP submission cannot be used, the old one stays: {Reason}", fault.Message);
        }
    }

    private static CertificateFiles FilesOf(SiloSettings settings) => settings.Submission.Certificate.Length > 0
        ? new(settings.Submission.Certificate,
            settings.Submission.CertificateKey.Length > 0 ? settings.Submission.CertificateKey : null)
        : new(Path.Combine(settings.Data, CertificateFile), Path.Combine(settings.Data, KeyFile));

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
