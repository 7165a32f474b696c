using System.Net;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Dns.Messages;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Silo.Platform;
using Actors.Silo.Sandbox;
using Actors.Smtp.Client;
using Route = Actors.Grains.Ports.Route;

namespace Actors.Silo.Delivery;

/// <summary>Finds next hops: the sandbox, then an account's own server, the operator's routes, and MX, that only when
/// delivery is live.</summary>
/// <remarks>While it is not, the platform's own mails go to the sandbox, whatever their domain and routes: whoever sets
/// a tenant up follows the links in them there.</remarks>
public sealed class NextHops(
    PlatformDirectory platform,
    IResolver resolver,
    MailExchangers exchangers,
    SandboxAddress sandbox,
    DeliveryIdentity identity,
    OwnServers own,
    LifecycleOptions options) : IRouting
{
    private const string SandboxSite = "sandbox";
    private readonly HostLookup lookup = new(resolver);

    public ValueTask<Route> Find(DomainName domain, TenantId tenant)
    {
        var hop = Look(domain, tenant);
        return hop.IsCompletedSuccessfully ? new ValueTask<Route>(Told(hop.Result)) : Later(hop);

        static async ValueTask<Route> Later(ValueTask<NextHop> pending) => Told(await pending);
    }

    public ValueTask<NextHop> Look(DomainName domain, TenantId tenant) =>
        platform.Known.IsCompletedSuccessfully ? LookNow(domain, tenant) : LookWhenKnown(domain, tenant);

    /// <summary>An own server takes all mail of its account but the sandbox'; like any other it is held while delivery
    /// is not live, and the operator's routes, which are for the platform's own servers, are not asked.</summary>
    public async ValueTask<Route> FindOwn(DomainName domain, AccountKey account)
    {
        await platform.Known;
        return domain.Ascii == options.SandboxDomain ? Told(ToSandbox())
            : !platform.LiveDelivery ? new Route.Withheld(HoldReason.LiveDeliveryOff)
            : new Route.Site(OwnServers.SiteOf(account), NeverRests: false);
    }

    public async ValueTask<NextHop> LookOwn(DomainName domain, AccountKey account, OwnRelay relay)
    {
        await platform.Known;
        return domain.Ascii == options.SandboxDomain ? ToSandbox()
            : !platform.LiveDelivery ? new NextHop.Withheld(HoldReason.LiveDeliveryOff)
            : await own.Look(account, relay);
    }

    private async ValueTask<NextHop> LookWhenKnown(DomainName domain, TenantId tenant)
    {
        await platform.Known;
        return await LookNow(domain, tenant);
    }

    private ValueTask<NextHop> LookNow(DomainName domain, TenantId tenant)
    {
        if (domain.Ascii == options.SandboxDomain || (tenant == PlatformSender.Tenant && !platform.LiveDelivery))
            return new ValueTask<NextHop>(ToSandbox());
        if (platform.RouteOf(domain.Ascii) is { } route)
            return Along(route, tenant);
        return platform.LiveDelivery
            ? ByExchange(domain, tenant)
            : new ValueTask<NextHop>(new NextHop.Withheld(HoldReason.LiveDeliveryOff));
    }

    private static Route Told(NextHop hop) => hop switch
    {
        NextHop.Hosts hosts => new Route.Site(hosts.Site, hosts.IsSandbox || hosts.RetryAfter is not null),
        NextHop.Withheld withheld => new Route.Withheld(withheld.Reason),
        NextHop.Nowhere nowhere => new Route.Nowhere(nowhere.Reply),
        _ => throw new InvalidOperationException($"unknown next hop {hop.GetType().Name}"),
    };

    private NextHop.Hosts ToSandbox() => new(
        new DeliveryRoute([new MailHost(options.SandboxDomain, 0, [sandbox.EndPoint.Address])], identity.HelloName)
        {
            Port = sandbox.EndPoint.Port,
            Tls = TlsPolicy.None,
        },
        SandboxSite, IsSandbox: true, RetryAfter: null);

    private NextHop.Hosts Along(StaticRoute route, IReadOnlyList<IPAddress> addresses) => new(
        new DeliveryRoute([new MailHost(route.Host, 0, addresses)], identity.HelloName)
        {
            Port = route.Port,
            Source = identity.Source,
            Proxy = identity.Proxy,
        },
        $"{route.Host}:{route.Port}", IsSandbox: false, route.RetryAfter);

    private async ValueTask<NextHop> Along(StaticRoute route, TenantId tenant) =>
        await lookup.Find(route.Host, tenant.Value, CancellationToken.None) switch
        {
            HostAddresses.Found found => Along(route, found.Addresses),
            HostAddresses.Unknown unknown => new NextHop.Nowhere(unknown.Failure.Reply),
            _ => throw new InvalidOperationException("unknown result of a look-up"),
        };

    private async ValueTask<NextHop> ByExchange(DomainName domain, TenantId tenant)
    {
        if (!DnsName.TryParse(domain.Ascii, out var name))
            return new NextHop.Nowhere(Reply.Of(550, "5.1.2", $"{domain.Ascii} is not a name that DNS can hold"));
        return await exchangers.Find(name, tenant.Value, CancellationToken.None) switch
        {
            MailTargets.Found found => new NextHop.Hosts(
                new DeliveryRoute(found.Hosts, identity.HelloName)
                {
                    Source = identity.Source,
                    Proxy = identity.Proxy,
                    IsPartial = found.IsPartial,
                },
                found.Site, IsSandbox: false, RetryAfter: null),
            MailTargets.Failed failed => new NextHop.Nowhere(
                Reply.Of(failed.IsPermanent ? 550 : 451, failed.Status, failed.Text) with
                {
                    Fault = Fault(failed.Fault),
                }),
            _ => throw new InvalidOperationException("unknown result of an MX look-up"),
        };
    }

    /// <summary>
    /// A loop is our own configuration; exchanges without an address are a mistake in the zone, which may be mended.
    /// The reply says what there is to say about both.
    /// </summary>
    private static ConnectionFault? Fault(MailTargetFault fault) => fault switch
    {
        MailTargetFault.NoSuchDomain => ConnectionFault.NoSuchDomain,
        MailTargetFault.NullMx => ConnectionFault.NullMx,
        MailTargetFault.NoMailServer => ConnectionFault.NoMailServer,
        MailTargetFault.NoCommonFamily => ConnectionFault.Unreachable,
        MailTargetFault.ServerFailed or MailTargetFault.TimedOut => ConnectionFault.NameServerFailed,
        _ => null,
    };
}
