using System.Security.Cryptography.X509Certificates;

namespace Actors.Mail.Authentication.Smime;

/// <summary>Finds the certificates above one, among those that came with it. Nothing is fetched or trusted: receivers
/// do that.</summary>
internal static class CertificateChain
{
    /// <returns>The certificate and its issuers, at most <see cref="SmimeLimits.ChainMax"/>; a root is left out, as
    /// receivers have their own.</returns>
    internal static X509Certificate2Collection Of(X509Certificate2 certificate, X509Certificate2Collection all)
    {
        var chain = new X509Certificate2Collection(certificate);
        for (var last = certificate; chain.Count < SmimeLimits.ChainMax && !IsRoot(last);)
        {
            var issuer = all.FirstOrDefault(each => Names(each.SubjectName, last.IssuerName) && !chain.Contains(each));
            if (issuer is null || IsRoot(issuer))
                break;
            chain.Add(issuer);
            last = issuer;
        }

        return chain;
    }

    private static bool IsRoot(X509Certificate2 certificate) => Names(certificate.SubjectName, certificate.IssuerName);

    private static bool Names(X500DistinguishedName a, X500DistinguishedName b) =>
        a.RawData.AsSpan().SequenceEqual(b.RawData);
}
