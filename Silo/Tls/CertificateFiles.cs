using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Actors.Silo.Tls;

/// <summary>A certificate with its chain and key in PEM files that may be replaced while the server runs.</summary>
/// <param name="keyPath">Null when the key is in the certificate's file.</param>
internal sealed class CertificateFiles(string certificatePath, string? keyPath)
{
    /// <summary>Changes when a file does: when it was written, and how long it is.</summary>
    /// <exception cref="IOException">A file cannot be looked at.</exception>
    public (DateTime, long, DateTime, long) Stamp()
    {
        var certificate = new FileInfo(certificatePath);
        var key = new FileInfo(keyPath ?? certificatePath);
        return (certificate.LastWriteTimeUtc, Length(certificate), key.LastWriteTimeUtc, Length(key));
    }

    /// <summary>Reads the server's certificate, which comes first, its key, and the certificates that lead from it to
    /// an authority.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">No certificate, no key, or one that does
    /// not belong to it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public (X509Certificate2 Certificate, SslStreamCertificateContext Context) Load()
    {
        var certificate = X509Certificate2.CreateFromPemFile(certificatePath, keyPath);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificatePath);
        if (chain.Count > 0)
            chain.RemoveAt(0);
        return (certificate, SslStreamCertificateContext.Create(certificate, chain, offline: true));
    }

    private static long Length(FileInfo file) => file.Exists ? file.Length : -1;
}
