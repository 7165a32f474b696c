using System.Net;
using System.Text;
using Actors.Dns;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Replies;
using Actors.Smtp.Client;
using Actors.Smtp.Client.Proxies;

namespace Actors.Silo.Delivery;

/// <summary>Makes next hops of the servers that tenants set up.</summary>
public sealed class OwnServers(
    HostLookup lookup, ISecretBox secrets, AddressGuard guard, DeliveryIdentity identity)
{
    private static readonly Reply SecretLost = Reply.Of(
        451, "4.3.5", "The password of this account cannot be opened with the platform's keys: set it again");

    private static readonly Reply ProxyNotAllowed = Reply.Of(
        451, "4.4.4", "The account's proxy has an address that may not be connected to");

    /// <summary>Every account is a site of its own, so that a server in trouble keeps no other's mail
    /// waiting.</summary>
    public static string SiteOf(AccountKey account) => $"own/{account}";

    public async ValueTask<NextHop> Look(AccountKey account, OwnRelay relay) =>
        await Route(account, relay, CancellationToken.None) switch
        {
            OwnRoute.Found found => new NextHop.Hosts(
                found.Route, SiteOf(account), IsSandbox: false, RetryAfter: null, IsOwn: true),
            OwnRoute.Failed failed => new NextHop.Nowhere(failed.Reply),
            _ => throw new InvalidOperationException("unknown route"),
        };

    public async ValueTask<OwnRoute> Route(AccountKey account, OwnRelay relay, CancellationToken cancellation)
    {
        var server = relay.Server;
        if (!TryOpen(AccountSecretPurposes.Password(account), relay.SealedPassword, out var password)
            || !TryOpen(AccountSecretPurposes.ProxyPassword(account), relay.SealedProxyPassword, out var proxyPassword))
            return new OwnRoute.Failed(SendStage.AuthOffer, SecretLost);
        var proxy = server.Proxy is { } given ? Proxy(given, proxyPassword) : identity.Proxy;
        if (server.Proxy is not null && !guard.Allows(proxy!.EndPoint.Address))
            return new OwnRoute.Failed(SendStage.Connect, ProxyNotAllowed);
        var own = new SubmissionServer(server.Host, server.Port, SecurityOf(server.Security))
        {
            VerifiesCertificate = server.VerifiesCertificate,
            Credentials = server.User is { } user && password is not null
                ? new SmtpCredentials(user, password) { Needs = NeedsOf(server) }
                : null,
        };
        return await lookup.Find(server.Host, account.Tenant.Value, cancellation) switch
        {
            HostAddresses.Found found => new OwnRoute.Found(own.Route(found.Addresses, identity.HelloName) with
            {
                Source = server.Proxy is null ? identity.Source : null,
                Proxy = proxy,
            }),
            HostAddresses.Unknown { Failure: var failure } => new OwnRoute.Failed(failure.Stage, failure.Reply),
            _ => throw new InvalidOperationException("unknown result of a look-up"),
        };
    }

    private bool TryOpen(string purpose, string? text, out string? secret)
    {
        secret = text is not null && secrets.Open(purpose, text) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        return text is null || secret is not null;
    }

    /// <summary>What the tenant has chosen about the certificate holds for the password, too.</summary>
    private static LoginNeeds NeedsOf(OwnServer server) =>
        server.AllowsClearPassword && server.Security == AccountSecurity.None ? LoginNeeds.Nothing
        : server.VerifiesCertificate ? LoginNeeds.VerifiedTls
        : LoginNeeds.Tls;

    private static ServerSecurity SecurityOf(AccountSecurity security) => security switch
    {
        AccountSecurity.Ssl => ServerSecurity.Ssl,
        AccountSecurity.StartTls => ServerSecurity.StartTls,
        _ => ServerSecurity.None,
    };

    private static ProxyServer Proxy(OwnProxy proxy, string? password) => new(
        proxy.Kind switch
        {
            OwnProxyKind.Socks4 => ProxyKind.Socks4,
            OwnProxyKind.Socks5 => ProxyKind.Socks5,
            _ => ProxyKind.HttpConnect,
        },
        new IPEndPoint(IPAddress.Parse(proxy.Address), proxy.Port))
    {
        Credentials = proxy.User is { } user && password is not null ? new ProxyCredentials(user, password) : null,
    };
}
