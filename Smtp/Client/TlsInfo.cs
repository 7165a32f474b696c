using System.Net.Security;
using System.Security.Authentication;

namespace Actors.Smtp.Client;

/// <summary>What protected a connection.</summary>
/// <param name="CertificateProblems">Why the certificate does not prove the host's name; None when it does.</param>
public sealed record TlsInfo(SslProtocols Protocol, TlsCipherSuite Cipher, SslPolicyErrors CertificateProblems)
{
    public bool IsVerified => CertificateProblems == SslPolicyErrors.None;
}
