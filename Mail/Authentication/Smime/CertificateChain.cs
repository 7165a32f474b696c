using System.Security.Cryptography.X509Certificates;

namespace Actors.Mail.Authentication.Smime;

/// <summary>Finds the certificates above one, among those that came with it. Nothing is fetched or trusted: receivers
/// do that.</summary>
internal static class CertificateChain
{
    /// <summary>A root that the file does not have: receivers have it.</summary>
    private const X509ChainStatusFlags Unproved =
        X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;

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

    /// <summary>Whether each certificate was issued by the next one, as far as the file has them.</summary>
    /// <remarks>Nothing outside of the file is looked at: no store of roots, no revocation.</remarks>
    /// <returns>Null when the chain reaches a root, or certificates below one.</returns>
    internal static SmimeRefusal? Check(
        X509Certificate2 certificate, X509Certificate2Collection all, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(all.Where(IsRoot).ToArray());
        policy.ExtraStore.AddRange(all);
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = now.UtcDateTime;
        policy.VerificationTimeIgnored = false;
        chain.Build(certificate);
        var faults = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        if ((faults & ~Unproved) != 0)
            return SmimeRefusal.BrokenChain;
        return chain.ChainElements.Count > 1 || IsRoot(certificate) ? null : SmimeRefusal.IncompleteChain;
    }

    private static bool IsRoot(X509Certificate2 certificate) => Names(certificate.SubjectName, certificate.IssuerName);

    private static bool Names(X500DistinguishedName a, X500DistinguishedName b) =>
        a.RawData.AsSpan().SequenceEqual(b.RawData);
}
