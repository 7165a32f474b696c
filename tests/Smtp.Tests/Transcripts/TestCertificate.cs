using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Actors.Smtp.Tests.Transcripts;

/// <summary>A self-signed certificate, made once a run.</summary>
public static class TestCertificate
{
    public const string HostName = "mx.example.org";

    private static readonly X509Certificate2 Certificate = Make();

    public static SslStreamCertificateContext Context { get; } = SslStreamCertificateContext.Create(Certificate, null);

    public static bool IsIt(X509Certificate? other) => other is not null && other.Equals(Certificate);

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={HostName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(HostName);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
