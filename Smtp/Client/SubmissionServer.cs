using System.Net;
using Actors.Dns.MailExchange;
using Actors.Mail.Addresses;

namespace Actors.Smtp.Client;

/// <summary>One server that settings name, such as a customer's own: mail is handed over to it (RFC 6409), and no MX
/// is asked.</summary>
/// <param name="Host">A name as A-labels or an address: what its certificate has to prove.</param>
/// <param name="Port">1 to 65,535.</param>
public sealed record SubmissionServer(string Host, int Port, ServerSecurity Security)
{
    /// <summary>Whether the certificate has to be trusted and name the host. Default yes; without effect where there is
    /// no TLS. A password has a demand of its own, <see cref="SmtpCredentials.Needs"/>.</summary>
    public bool VerifiesCertificate { get; init; } = true;

    /// <summary>Null means no AUTH.</summary>
    public SmtpCredentials? Credentials { get; init; }

    /// <param name="addresses">Of the host, in the order to try, as <see cref="HostLookup"/> finds them.</param>
    /// <param name="helloName">Our own name for EHLO.</param>
    public DeliveryRoute Route(IReadOnlyList<IPAddress> addresses, DomainName helloName) =>
        new([new MailHost(Host, 0, addresses)], helloName)
        {
            Port = Port,
            ImplicitTls = Security == ServerSecurity.Ssl,
            Tls = Security == ServerSecurity.None ? TlsPolicy.None
                : VerifiesCertificate ? TlsPolicy.Verified
                : TlsPolicy.Required,
            Credentials = Credentials,
        };
}
