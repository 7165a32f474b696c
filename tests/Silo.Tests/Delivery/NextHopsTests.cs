using System.Net;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Silo.Chance;
using Actors.Silo.Delivery;
using Actors.Silo.Platform;
using Actors.Silo.Sandbox;
using Actors.Silo.Tests.Harness;
using Actors.Smtp.Client;
using Actors.Storage.Secrets;

namespace Actors.Silo.Tests.Delivery;

/// <summary>What DNS says about a domain reaches the delivery by type.</summary>
public sealed class NextHopsTests
{
    private static readonly TenantId Tenant = TenantId.Parse("acme");

    private static readonly AccountKey Account = new(Tenant, AccountId.Parse("acc_own"));

    private readonly ZoneResolver zone = new();
    private readonly SecretBox box = new(SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), new SystemChance());
    private AddressFamilies families = AddressFamilies.Both;

    [Fact]
    public async Task a_domain_that_does_not_exist_is_a_permanent_fault()
    {
        zone.Trouble = new DnsAnswer.NxDomain();
        (await Look()).ShouldBe((550, "5.1.2", ConnectionFault.NoSuchDomain));
    }

    [Fact]
    public async Task a_domain_with_neither_exchange_nor_address_is_a_permanent_fault()
    {
        zone.Trouble = new DnsAnswer.NoData();
        (await Look()).ShouldBe((550, "5.1.2", ConnectionFault.NoMailServer));
    }

    [Fact]
    public async Task exchanges_without_an_address_end_the_message_and_may_be_mended()
    {
        zone.Exchange("example.org", "mx.example.org");
        (await Look()).ShouldBe((550, "5.4.4", null));
    }

    [Fact]
    public async Task hosts_that_only_the_other_family_reaches_are_a_passing_fault_of_this_system()
    {
        zone.Exchange("example.org", "mx.example.org").Host("mx.example.org", "2001:db8::1");
        families = AddressFamilies.IPv4Only;
        (await Look()).ShouldBe((451, "4.4.1", ConnectionFault.Unreachable));
        BounceClassifier.Classify(ConnectionFault.Unreachable).Scope.ShouldBe(BounceScope.System);
        BounceClassifier.Classify(ConnectionFault.Unreachable).Hardness.ShouldBe(BounceHardness.Soft);
    }

    [Fact]
    public async Task a_null_mx_is_a_permanent_fault()
    {
        zone.Exchange("example.org", ".");
        (await Look()).ShouldBe((550, "5.1.10", ConnectionFault.NullMx));
    }

    [Fact]
    public async Task servers_that_fail_or_are_silent_are_a_passing_fault()
    {
        zone.Trouble = new DnsAnswer.ServerFailure("SERVFAIL");
        (await Look()).ShouldBe((451, "4.4.3", ConnectionFault.NameServerFailed));
        zone.Trouble = new DnsAnswer.Timeout();
        (await Look()).ShouldBe((451, "4.4.3", ConnectionFault.NameServerFailed));
    }

    [Fact]
    public async Task a_loop_back_to_this_system_is_no_fault_of_the_domain()
    {
        zone.Exchange("example.org", "me.example").Host("me.example", "192.0.2.1");
        (await Look()).ShouldBe((550, "5.4.6", null));
    }

    [Fact]
    public async Task nothing_is_held_or_sent_before_the_operators_settings_are_known()
    {
        var platform = new PlatformDirectory();
        var pending = Hops(platform).Look(DomainName.Parse("example.org"), Tenant).AsTask();
        pending.IsCompleted.ShouldBeFalse();

        var route = new StaticRoute("*", "192.0.2.1", 25, null);
        platform.Update(new PlatformSettings(Initialized: true, LiveDelivery: false, [route], [], []));

        (await pending).ShouldBeOfType<NextHop.Hosts>().Site.ShouldBe("192.0.2.1:25");
    }

    [Theory]
    [InlineData("relay.example", "")]
    [InlineData("gone.example", "451 4.4.4 gone.example does not exist in DNS")]
    [InlineData("not a name", "451 4.4.4 not a name is no name of a host")]
    public async Task a_routes_host_that_is_not_found_is_nothing_that_a_message_fails_for(string host, string told)
    {
        zone.Host("relay.example", "192.0.2.1");
        var platform = new PlatformDirectory();
        var route = new StaticRoute("*", host, 25, null);
        platform.Update(new PlatformSettings(Initialized: true, LiveDelivery: false, [route], [], []));
        var hop = await Hops(platform).Look(DomainName.Parse("example.org"), Tenant);
        (hop as NextHop.Nowhere)?.Reply.ToString().ShouldBe(told);
        (hop is NextHop.Hosts).ShouldBe(told.Length == 0);
    }

    [Fact]
    public async Task an_own_server_gets_all_mail_of_its_account_but_the_sandboxs_and_none_while_delivery_is_off()
    {
        zone.Host("smtp.acme.example", "192.0.2.5");
        var platform = new PlatformDirectory();
        var route = new StaticRoute("*", "192.0.2.1", 25, null);
        platform.Update(new PlatformSettings(Initialized: true, LiveDelivery: true, [route], [], []));
        var hop = (await LookOwn(platform, "example.org")).ShouldBeOfType<NextHop.Hosts>();
        (hop.Site, hop.IsOwn, hop.Route.Port, hop.Route.ImplicitTls, hop.Route.Tls)
            .ShouldBe(("own/acme/acc_own", true, 465, true, TlsPolicy.Verified));
        hop.Route.Credentials!.Password.ShouldBe("secret");
        hop.Route.Credentials.Needs.ShouldBe(LoginNeeds.VerifiedTls);
        (await LookOwn(platform, "sandbox.test")).ShouldBeOfType<NextHop.Hosts>().IsSandbox.ShouldBeTrue();

        platform.Update(new PlatformSettings(Initialized: true, LiveDelivery: false, [route], [], []));
        (await LookOwn(platform, "example.org")).ShouldBe(new NextHop.Withheld(HoldReason.LiveDeliveryOff));
    }

    [Fact]
    public async Task an_own_server_that_is_not_found_or_a_password_that_does_not_open_fails_no_message()
    {
        var platform = new PlatformDirectory();
        platform.Update(new PlatformSettings(Initialized: true, LiveDelivery: true, [], [], []));
        zone.Trouble = new DnsAnswer.NxDomain();
        (await LookOwn(platform, "example.org")).ShouldBeOfType<NextHop.Nowhere>().Reply.IsTransient.ShouldBeTrue();
        (await LookOwn(platform, "example.org", "1.bm90aGluZw==")).ShouldBeOfType<NextHop.Nowhere>()
            .Reply.Status!.ToString().ShouldBe("4.3.5");
    }

    private ValueTask<NextHop> LookOwn(PlatformDirectory platform, string domain, string? password = null)
    {
        var server = new OwnServer("smtp.acme.example", 465, AccountSecurity.Ssl, "box", true, null);
        var text = password ?? box.Seal(AccountSecretPurposes.Password(Account), "secret"u8);
        return Hops(platform).LookOwn(
            DomainName.Parse(domain), Account, new OwnRelay(server, text, null, 1, HasTrouble: false));
    }

    private async Task<(int Code, string? Status, ConnectionFault? Fault)> Look()
    {
        var platform = new PlatformDirectory();
        platform.Update(new PlatformSettings(Initialized: true, LiveDelivery: true, [], [], []));
        var hop = await Hops(platform).Look(DomainName.Parse("example.org"), Tenant);
        var nowhere = hop.ShouldBeOfType<NextHop.Nowhere>();
        if (nowhere.Reply.Fault is { } fault)
            Meaning(BounceClassifier.Classify(nowhere.Reply)).ShouldBe(Meaning(BounceClassifier.Classify(fault)));
        return (nowhere.Reply.Code, nowhere.Reply.Status?.ToString(), nowhere.Reply.Fault);
    }

    private NextHops Hops(PlatformDirectory platform)
    {
        var exchangers = new MailExchangers(zone, new Random(1), new()
        {
            OwnNames = ["me.example"],
            Families = families,
        });
        var identity = new DeliveryIdentity(DomainName.Parse("me.example"), null, null);
        var own = new OwnServers(new HostLookup(zone), box, new AddressGuard([]), identity);
        var sandbox = new SandboxAddress { EndPoint = new IPEndPoint(IPAddress.Loopback, 2525) };
        return new NextHops(platform, zone, exchangers, sandbox, identity, own, new LifecycleOptions());
    }

    /// <summary>The reply in our own words is read like the fault that it tells of.</summary>
    private static (BounceCategory, BounceHardness, BounceScope) Meaning(Bounce bounce) =>
        (bounce.Category, bounce.Hardness, bounce.Scope);
}
