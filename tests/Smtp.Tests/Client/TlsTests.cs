using System.Net.Security;
using Actors.Dns;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly FakeServer server = new()
    {
        Certificate = TestCertificate.For("localhost"),
        Extensions = ["PIPELINING", "STARTTLS", "AUTH PLAIN LOGIN"],
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        server.Certificate!.Dispose();
    }

    [Theory]
    [InlineData(TlsPolicy.Opportunistic)]
    [InlineData(TlsPolicy.Required)]
    public async Task a_self_made_certificate_is_good_enough_against_listeners(TlsPolicy policy)
    {
        using var connection = await Given.Open(server.Endpoint(policy));
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);

        outcome.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        outcome.Tls.ShouldNotBeNull().IsVerified.ShouldBeFalse();
        outcome.Tls.CertificateProblems.ShouldBe(SslPolicyErrors.RemoteCertificateChainErrors);
        server.Commands.Take(4).ShouldBe(["GREETING", "EHLO client.test", "STARTTLS", "EHLO client.test"]);
    }

    [Fact]
    public async Task a_self_made_certificate_is_not_good_enough_against_impostors()
    {
        var failed = await Given.Fail(server.Endpoint(TlsPolicy.Verified));
        (failed.Stage, failed.Reply.Status.ToString(), failed.FromPeer)
            .ShouldBe((SendStage.Certificate, "4.7.5", false));
        failed.Reply.Text.ShouldContain("RemoteCertificateChainErrors");
        server.Commands.Count.ShouldBe(3);
    }

    [Fact]
    public async Task a_trusted_certificate_proves_its_own_name_and_no_other()
    {
        var options = new SmtpClientOptions { TrustedRoots = [server.Certificate!] };
        using var connection = await Given.Open(server.Endpoint(TlsPolicy.Verified), options: options);
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);
        outcome.Tls.ShouldNotBeNull().IsVerified.ShouldBeTrue();

        var other = server.Endpoint(TlsPolicy.Verified) with { Host = "other.test" };
        (await Given.Fail(other, options: options)).Reply.Text.ShouldContain("RemoteCertificateNameMismatch");
    }

    [Theory]
    [InlineData(TlsPolicy.Required)]
    [InlineData(TlsPolicy.Verified)]
    public async Task where_tls_is_demanded_nothing_is_sent_without(TlsPolicy policy)
    {
        server.Extensions = ["AUTH PLAIN"];
        var endpoint = server.Endpoint(policy) with { Credentials = new("user", "secret") };
        var failed = await Given.Fail(endpoint);
        (failed.Stage, failed.Reply.Status.ToString()).ShouldBe((SendStage.StartTls, "4.7.4"));

        server.Extensions = ["STARTTLS"];
        server.Answer = line => line == "STARTTLS" ? "502 5.5.1 No" : null;
        (await Given.Fail(endpoint)).Reply.IsTransient.ShouldBeTrue();
        server.Commands.ShouldNotContain(c => c.StartsWith("AUTH", StringComparison.Ordinal)
            || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task opportunistic_tls_goes_on_in_the_clear_when_refused()
    {
        server.Answer = line => line == "STARTTLS" ? "454 4.7.0 Not now" : null;
        using var connection = await Given.Open(server.Endpoint(TlsPolicy.Opportunistic));
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);
        outcome.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        outcome.Tls.ShouldBeNull();
    }

    [Theory]
    [InlineData(TlsPolicy.Opportunistic)]
    [InlineData(TlsPolicy.Required)]
    public async Task what_follows_the_answer_to_starttls_unprotected_ends_the_connection(TlsPolicy policy)
    {
        server.Answer = line => line == "STARTTLS" ? "220 Go ahead\r\n250-injected.test\r\n250 AUTH PLAIN" : null;
        var failed = await Given.Fail(server.Endpoint(policy));
        failed.Reply.Text.ShouldContain("Unprotected data followed");
        server.Commands.ShouldBe(["GREETING", "EHLO client.test", "STARTTLS"]);
    }

    [Fact]
    public async Task what_was_offered_before_tls_is_forgotten()
    {
        var protectedNow = false;
        server.Answer = line =>
        {
            if (line.StartsWith("EHLO", StringComparison.Ordinal) && protectedNow)
                return "250-fake.test\r\n250 8BITMIME";
            protectedNow |= line == "STARTTLS";
            return null;
        };
        using var connection = await Given.Open(server.Endpoint(TlsPolicy.Required));
        connection.Extensions.ShouldBe(SmtpExtensions.Parse(Mail.Replies.Reply.Of(250, "fake.test\n8BITMIME")));
    }

    [Fact]
    public async Task implicit_tls_protects_from_the_first_octet()
    {
        server.ImplicitTls = true;
        using var connection = await Given.Open(server.Endpoint(TlsPolicy.Required) with { ImplicitTls = true });
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);
        outcome.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        outcome.Tls.ShouldNotBeNull();
        server.Commands.ShouldNotContain("STARTTLS");
        (await Given.Fail(server.Endpoint(TlsPolicy.Verified) with { ImplicitTls = true }))
            .Stage.ShouldBe(SendStage.Certificate);
    }

    [Fact]
    public async Task an_opportunistic_handshake_that_fails_is_followed_by_a_try_in_the_clear()
    {
        server.Answer = line => line == "STARTTLS" ? FakeServer.Drop : null;
        var options = new SmtpClientOptions();
        var time = new ManualTime();
        await using var pool = new ConnectionPool(options, time);
        var guard = new AddressGuard([System.Net.IPNetwork.Parse("127.0.0.0/8")]);
        var delivery = new SmtpDelivery(options, pool, guard, time);

        var route = server.Route() with { Tls = TlsPolicy.Opportunistic };
        (await delivery.Send(route, Given.Message(), CancellationToken.None)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Connections.ShouldBe(2);

        route = server.Route() with { Tls = TlsPolicy.Required };
        (await delivery.Send(route, Given.Message(), CancellationToken.None)).Lines().ShouldBe(["451 4.4.2 StartTls"]);
    }
}
