using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>What is demanded of the server's certificate, and what was found.</summary>
internal sealed class TlsHandshake
{
    private readonly bool mustVerify;

    public TlsHandshake(SmtpEndpoint endpoint, SmtpClientOptions options)
    {
        mustVerify = endpoint.Tls == TlsPolicy.Verified;
        Options = new()
        {
            TargetHost = endpoint.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13, // RFC 8996, RFC 9325 §3.1.1
            RemoteCertificateValidationCallback = (_, _, _, problems) => Accept(problems),
            CertificateChainPolicy = options.TrustedRoots is { } roots ? Trusting(roots) : null,
        };
    }

    public SslClientAuthenticationOptions Options { get; }

    public SslPolicyErrors Problems { get; private set; }

    /// <summary>Null when the certificate was accepted or never seen.</summary>
    public Reply? Refusal { get; private set; }

    private bool Accept(SslPolicyErrors problems)
    {
        Problems = problems;
        if (!mustVerify || problems == SslPolicyErrors.None)
            return true;
        Refusal = LocalReplies.CertificateRefused(problems);
        return false;
    }

    private static X509ChainPolicy Trusting(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck, // an authority of one's own rarely publishes lists
        };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
