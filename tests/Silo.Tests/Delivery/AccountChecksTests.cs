using System.Net;
using System.Net.Sockets;
using Actors.Dns;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Mail.Addresses;
using Actors.Silo.Chance;
using Actors.Silo.Delivery;
using Actors.Silo.Tests.Harness;
using Actors.Smtp.Client;
using Actors.Smtp.Tests.Client;
using Actors.Storage.Secrets;
using Actors.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Silo.Tests.Delivery;

/// <summary>Own servers that are fine, and those that are not: each check names the step, in plain words, with what the
/// server answered.</summary>
public sealed class AccountChecksTests : IAsyncLifetime
{
    private const string Host = "smtp.acme.example";
    private static readonly AccountKey Account = new(TenantId.Parse("acme"), AccountId.Parse("acc_own"));

    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly ZoneResolver zone = new ZoneResolver().Host(Host, "127.0.0.1");
    private readonly SecretBox box = new(SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), new SystemChance());
    private readonly FakeServer server = new() { Certificate = TestCertificate.For(Host) };
    private AddressGuard guard = new([IPNetwork.Parse("127.0.0.0/8")]);
    private bool trusts = true;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        server.Certificate!.Dispose();
    }

    [Theory]
    [InlineData(AccountSecurity.Ssl)]
    [InlineData(AccountSecurity.StartTls)]
    public async Task a_server_that_takes_the_test_message_passes_and_no_password_is_shown(AccountSecurity security)
    {
        var result = await Check(security);
        (result.Check.Passed, result.Check.Step, result.Check.Said).ShouldBe(
            (true, "content", "The server took the test message."));
        result.Check.Answer.ShouldBe("250 2.0.0 Ok: queued as 1");
        result.Transcript.ShouldContain("MAIL FROM:<box@acme.example>");
        result.Transcript.ShouldNotContain("very-secret");
        result.Transcript.ShouldNotContain(Convert.ToBase64String("\0box\0very-secret"u8));
        server.Contents.Single().Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("GREETING", "421 4.3.2 Busy", "greeting", "did not greet")]
    [InlineData("EHLO", "421 4.3.2 Closing", "greeting", "did not answer the greeting")]
    [InlineData("MAIL", "550 5.7.1 Not yours", "sender", "refused the account's address as the sender")]
    [InlineData("RCPT", "550 5.7.1 Relaying denied", "recipient", "refused the test message's recipient")]
    [InlineData("DATA", "554 5.6.0 No content today", "content", "refused the test message")]
    [InlineData(".", "552 5.3.4 Too large", "content", "refused the test message")]
    public async Task a_server_that_refuses_is_told_by_the_step_and_its_answer(
        string verb, string answer, string step, string said)
    {
        server.Answer = command => command.StartsWith(verb, StringComparison.Ordinal) ? answer : null;
        var check = (await Check()).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, step, answer));
        check.Said.ShouldContain(said);
    }

    [Fact]
    public async Task a_wrong_password_is_told_with_the_servers_answer()
    {
        server.Answer = command => command.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 Wrong" : null;
        var check = (await Check()).Check;
        (check.Passed, check.Step, check.Said).ShouldBe((false, "login", "The server refused user name or password."));
        check.Answer.ShouldNotBeNull().ShouldContain("535 5.7.8 Wrong");
    }

    [Fact]
    public async Task a_certificate_that_nobody_vouches_for_is_told_and_can_be_accepted()
    {
        trusts = false;
        var check = (await Check()).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, "certificate", null));
        check.Said.ShouldStartWith("The server's certificate is not trusted or does not name the host.");
        (await Check(verifies: false)).Check.Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task a_certificate_of_another_host_is_told()
    {
        zone.Host("other.acme.example", "127.0.0.1");
        (await Check(host: "other.acme.example")).Check.Step.ShouldBe("certificate");
    }

    [Fact]
    public async Task a_server_without_tls_is_told_and_gets_no_password()
    {
        server.Extensions = ["AUTH PLAIN"];
        var check = (await Check(AccountSecurity.StartTls, offersTls: false)).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, "tls", null));
        check.Said.ShouldContain("TLS is required but the server does not offer it.");
        server.Commands.ShouldNotContain(command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_server_that_offers_no_login_is_told()
    {
        server.Extensions = ["8BITMIME"];
        (await Check()).Check.Step.ShouldBe("login");
    }

    [Fact]
    public async Task a_host_that_is_private_is_told_and_not_connected_to()
    {
        guard = new AddressGuard([]);
        var check = (await Check()).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, "connect", null));
        check.Said.ShouldContain("may not be connected to");
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task a_port_where_nobody_listens_is_told()
    {
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // so that nobody else can listen there
        var check = (await Check(port: ((IPEndPoint)nobody.LocalEndPoint!).Port)).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, "connect", null));
        check.Said.ShouldContain("Could not connect");
    }

    [Fact]
    public async Task a_host_that_dns_does_not_know_is_told()
    {
        zone.Trouble = new DnsAnswer.NxDomain();
        var check = (await Check()).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, "resolve", null));
        check.Said.ShouldContain($"{Host} does not exist in DNS");
    }

    [Fact]
    public async Task a_password_that_the_keys_do_not_open_is_told()
    {
        var check = (await Check(password: "1.bm90aGluZw==")).Check;
        check.Passed.ShouldBeFalse();
        check.Said.ShouldContain("set it again");
    }

    [Theory]
    [InlineData("GREETING", "greeting")]
    [InlineData("EHLO", "greeting")]
    [InlineData("MAIL", "sender")]
    [InlineData(".", "content")]
    public async Task a_server_that_hangs_is_given_up_after_twenty_seconds(string verb, string step)
    {
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answer = command =>
        {
            if (!command.StartsWith(verb, StringComparison.Ordinal))
                return null;
            hangs.TrySetResult();
            return FakeServer.Stall;
        };
        var checking = Check();
        await hangs.Task;
        time.Advance(AccountLimits.CheckTime - TimeSpan.FromSeconds(1));
        checking.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        var check = (await checking).Check;
        (check.Passed, check.Step, check.Answer).ShouldBe((false, step, null));
        check.Said.ShouldStartWith("The server did not answer in time.");
    }

    private async Task<CheckResult> Check(
        AccountSecurity security = AccountSecurity.Ssl, string host = Host, int? port = null, bool verifies = true,
        bool offersTls = true, string? password = null)
    {
        server.ImplicitTls = security == AccountSecurity.Ssl;
        if (offersTls && server.Extensions.Contains("PIPELINING"))
            server.Extensions = ["STARTTLS", "AUTH PLAIN"];
        var options = new SmtpClientOptions { TrustedRoots = trusts ? [server.Certificate!] : [] };
        var identity = new DeliveryIdentity(DomainName.Parse("me.example"), null, null);
        var servers = new OwnServers(new HostLookup(zone), box, guard, identity);
        var checks = new AccountChecks(
            null!, servers, options, guard, identity, new SystemChance(), time, NullLogger<AccountChecks>.Instance);
        var sealedPassword = password ?? box.Seal(AccountSecretPurposes.Password(Account), "very-secret"u8);
        var own = new OwnServer(host, port ?? server.Port, security, "box", verifies, null);
        return await checks.Make(new CheckOrder(
            Account, 1, new OwnRelay(own, sealedPassword, null, 1, HasTrouble: false),
            Mailbox.Of(EmailAddress.Parse("box@acme.example")), EmailAddress.Parse("test@example.org"),
            new RenderedEmail("Test", "Text", "<p>Text</p>")));
    }
}
