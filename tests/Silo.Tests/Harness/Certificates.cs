using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Actors.Silo.Tests.Harness;

internal static class Certificates
{
    /// <summary>Writes a self-signed certificate and its key, in force until so long from now.</summary>
    /// <param name="until">Negative for one that has ended.</param>
    public static (string Certificate, string Key) Write(Folder folder, string host, TimeSpan until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var end = TimeProvider.System.GetUtcNow() + until;
        using var certificate = request.CreateSelfSigned(end.AddYears(-1), end);
        return (folder.Write($"{host}.pem", certificate.ExportCertificatePem()),
            folder.Write($"{host}-key.pem", key.ExportPkcs8PrivateKeyPem()));
    }
}
