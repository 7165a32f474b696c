using System.Net;
using Actors.Mail.Addresses;
using Actors.Smtp.Client.Proxies;

namespace Actors.Smtp.Client;

/// <summary>
/// Where and how to connect. Connections with equal endpoints stand in for each other, which is what the pool goes by.
/// </summary>
/// <param name="Host">The receiver's name: for logs, the server name indication and the certificate.</param>
/// <param name="HelloName">Our own name for EHLO. Should be the name that the source address resolves back to.</param>
public sealed record SmtpEndpoint(string Host, IPAddress Address, DomainName HelloName)
{
    /// <summary>Default 25.</summary>
    public int Port { get; init; } = 25;

    /// <summary>
    /// Local address to connect from; null leaves the choice to the system. Of the same family as the target.
    /// </summary>
    public IPAddress? Source { get; init; }

    /// <summary>Through which to connect; null connects directly.</summary>
    public ProxyServer? Proxy { get; init; }

    public TlsPolicy Tls { get; init; } = TlsPolicy.Opportunistic;

    /// <summary>TLS from the first octet, as on port 465 (RFC 8314 §3.3), instead of STARTTLS.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>Null means no AUTH.</summary>
    public SmtpCredentials? Credentials { get; init; }

    /// <summary>What the socket connects to.</summary>
    internal IPEndPoint Hop => Proxy?.EndPoint ?? new IPEndPoint(Address, Port);

    public override string ToString() => $"{Host}[{Address}]:{Port}";
}
