using System.Net;
using Actors.Dns.MailExchange;
using Actors.Mail.Addresses;
using Actors.Smtp.Client.Proxies;

namespace Actors.Smtp.Client;

/// <summary>Where a message goes and how: the targets of an MX look-up, or a static route's one host.</summary>
/// <param name="Hosts">
/// In the order to try; equal preferences stand in for each other when a connection is reused.
/// </param>
/// <param name="HelloName">Our own name for EHLO.</param>
public sealed record DeliveryRoute(IReadOnlyList<MailHost> Hosts, DomainName HelloName)
{
    /// <summary>More hosts or addresses exist that could not be looked up for now.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Default 25.</summary>
    public int Port { get; init; } = 25;

    /// <summary>
    /// Local address to connect from; targets of the other family are then left out. Null: the system's choice.
    /// </summary>
    public IPAddress? Source { get; init; }

    /// <summary>Through which to connect; null connects directly.</summary>
    public ProxyServer? Proxy { get; init; }

    public TlsPolicy Tls { get; init; } = TlsPolicy.Opportunistic;

    /// <summary>TLS from the first octet, as on port 465.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>Null means no AUTH.</summary>
    public SmtpCredentials? Credentials { get; init; }

    internal SmtpEndpoint Endpoint(MailHost host, IPAddress address) => new(host.Name, address, HelloName)
    {
        Port = Port,
        Source = Source,
        Proxy = Proxy,
        Tls = Tls,
        ImplicitTls = ImplicitTls,
        Credentials = Credentials,
    };
}
