using System.Net;
using Actors.Dns;
using Actors.Dns.Messages;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>A customer's own server: found by its name, talked to as its settings say, and every failing step told from
/// the others.</summary>
public sealed class SubmissionServerTests : IAsyncLifetime
{
    private static readonly SmtpCredentials Credentials = new("user", "secret");

    private readonly FakeServer server = new() { Certificate = TestCertificate.For("localhost") };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        server.Certificate!.Dispose();
    }

    [Theory]
    [InlineData(ServerSecurity.Ssl, true, TlsPolicy.Verified, true)]
    [InlineData(ServerSecurity.Ssl, false, TlsPolicy.Required, true)]
    [InlineData(ServerSecurity.StartTls, true, TlsPolicy.Verified, false)]
    [InlineData(ServerSecurity.StartTls, false, TlsPolicy.Required, false)]
    [InlineData(ServerSecurity.None, true, TlsPolicy.None, false)]
    public void settings_become_a_route(ServerSecurity security, bool verifies, TlsPolicy tls, bool isImplicit)
    {
        var route = new SubmissionServer("smtp.example.org", 465, security)
        {
            VerifiesCertificate = verifies,
            Credentials = Credentials,
        }.Route([IPAddress.Loopback], Given.HelloName);
        (route.Tls, route.ImplicitTls, route.Port, route.Credentials).ShouldBe((tls, isImplicit, 465, Credentials));
        route.Hosts.ShouldHaveSingleItem().Name.ShouldBe("smtp.example.org");
    }

    [Theory]
    [InlineData(ServerSecurity.Ssl)]
    [InlineData(ServerSecurity.StartTls)]
    public async Task a_message_goes_out_with_a_login_over_proven_tls(ServerSecurity security)
    {
        server.ImplicitTls = security == ServerSecurity.Ssl;
        server.Extensions = ["STARTTLS", "AUTH PLAIN"];
        var outcome = await Send(security, new SmtpClientOptions { TrustedRoots = [server.Certificate!] });
        outcome.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        outcome.Tls.ShouldNotBeNull().IsVerified.ShouldBeTrue();
    }

    [Theory]
    [InlineData("STARTTLS", "", "", "StartTls 4.7.4 TLS is required but the server does not offer it")]
    [InlineData("AUTH PLAIN", "", "", "AuthOffer 4.7.0 A login is configured but the server offers neither")]
    [InlineData("", "AUTH", "535 5.7.8 No", "Auth 4.7.8 The server refused the login: 535 5.7.8 No")]
    [InlineData("", "GREETING", "421 4.3.2 Busy", "Greeting 4.3.2 Busy")]
    [InlineData("", "EHLO", "550 5.7.1 No", "Ehlo 5.7.1 No")]
    [InlineData("", "MAIL", "550 5.7.1 Not yours", "MailFrom 5.7.1 Not yours")]
    [InlineData("", "RCPT", "550 5.7.1 Relaying denied", "RcptTo 5.7.1 Relaying denied")]
    [InlineData("", "DATA", "550 5.7.1 No", "Data 5.7.1 No")]
    [InlineData("", ".", "550 5.7.1 Spam", "FinalDot 5.7.1 Spam")]
    public async Task every_failing_step_is_told_with_what_the_server_answered(
        string lacks, string at, string answer, string told)
    {
        server.Extensions = [.. new[] { "STARTTLS", "AUTH PLAIN" }.Where(e => e != lacks)];
        server.Answer = line => at.Length > 0 && (line.StartsWith(at, StringComparison.Ordinal)
            || (at == "EHLO" && line.StartsWith("HELO", StringComparison.Ordinal))) ? answer : null;
        var outcome = await Send(
            ServerSecurity.StartTls, new SmtpClientOptions { TrustedRoots = [server.Certificate!] });
        var recipient = outcome.Recipients.ShouldHaveSingleItem();
        $"{recipient.Stage} {recipient.Reply.Status} {recipient.Reply.Text}".ShouldStartWith(told);
    }

    [Fact]
    public async Task a_certificate_that_proves_nothing_is_a_step_of_its_own()
    {
        server.Extensions = ["STARTTLS", "AUTH PLAIN"];
        (await Send(ServerSecurity.StartTls, new())).Lines().ShouldBe(["451 4.7.5 Certificate"]);
        server.ImplicitTls = true;
        (await Send(ServerSecurity.Ssl, new())).Lines().ShouldBe(["451 4.7.5 Certificate"]);
    }

    [Fact]
    public async Task a_server_that_is_not_there_fails_to_connect()
    {
        using var closed = new ClosedPort();
        var gone = new SubmissionServer("localhost", closed.Port, ServerSecurity.None);
        (await Send(gone, new())).Lines().ShouldBe(["451 4.4.1 Connect"]);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("[2001:db8::7]", "2001:db8::7")]
    [InlineData("smtp.example.org", "192.0.2.1 2001:db8::1")]
    [InlineData("SMTP.example.org", "192.0.2.1 2001:db8::1")]
    public async Task a_host_is_found_by_its_name_or_is_an_address(string host, string addresses) =>
        string.Join(' ', (await Look(host)).ShouldBeOfType<HostAddresses.Found>().Addresses).ShouldBe(addresses);

    [Theory]
    [InlineData("gone.example.org", "4.4.4 gone.example.org does not exist in DNS")]
    [InlineData("empty.example.org", "4.4.4 empty.example.org has no address in DNS")]
    [InlineData("broken.example.org", "4.4.3 broken.example.org could not be looked up: SERVFAIL")]
    [InlineData("slow.example.org", "4.4.3 slow.example.org could not be looked up: no name server answered in time")]
    [InlineData("", "4.4.4  is no name of a host")]
    [InlineData("two words", "4.4.4 two words is no name of a host")]
    public async Task a_host_that_is_not_found_is_told_why_and_never_for_good(string host, string told)
    {
        var failure = (await Look(host)).ShouldBeOfType<HostAddresses.Unknown>().Failure;
        (failure.Stage, failure.FromPeer).ShouldBe((SendStage.Resolve, false));
        failure.Reply.ToString().ShouldBe("451 " + told);
    }

    private static ValueTask<HostAddresses> Look(string host) =>
        new HostLookup(new Zone()).Find(host, "tenant", CancellationToken.None);

    private Task<SendOutcome> Send(ServerSecurity security, SmtpClientOptions options) =>
        Send(new SubmissionServer("localhost", server.Port, security) { Credentials = Credentials }, options);

    private static async Task<SendOutcome> Send(SubmissionServer own, SmtpClientOptions options)
    {
        var time = new ManualTime();
        await using var pool = new ConnectionPool(options, time);
        var guard = new AddressGuard([IPNetwork.Parse("127.0.0.0/8")]);
        return await new SmtpDelivery(options, pool, guard, time)
            .Send(own.Route([IPAddress.Loopback], Given.HelloName), Given.Message(), CancellationToken.None);
    }

    private sealed class Zone : IResolver
    {
        public ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, CancellationToken cancellation) => new(
            name.Text switch
            {
                "smtp.example.org" => new DnsAnswer.Found(name, [new DnsRecord.Address(
                    name, TimeSpan.FromHours(1), IPAddress.Parse(type == RecordType.A ? "192.0.2.1" : "2001:db8::1"))]),
                "empty.example.org" => new DnsAnswer.NoData(),
                "broken.example.org" => new DnsAnswer.ServerFailure("SERVFAIL"),
                "slow.example.org" => new DnsAnswer.Timeout(),
                _ => new DnsAnswer.NxDomain(),
            });
    }
}
