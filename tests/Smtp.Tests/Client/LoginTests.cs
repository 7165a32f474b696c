using System.Text;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Smtp.Tests.Client;

/// <summary>AUTH: what is sent over which connection, and what a refusal means.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private static readonly SmtpCredentials Credentials = new("user", "secret") { Needs = LoginNeeds.Tls };

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
    [InlineData("AUTH PLAIN LOGIN", "AUTH PLAIN AHVzZXIAc2VjcmV0")]
    [InlineData("AUTH=LOGIN", "AUTH LOGIN")]
    public async Task a_login_goes_over_tls(string offer, string command)
    {
        server.Extensions = ["STARTTLS", offer];
        server.Answer = line => line switch
        {
            "AUTH LOGIN" => "334 VXNlcm5hbWU6",
            "dXNlcg==" => "334 UGFzc3dvcmQ6",
            "c2VjcmV0" => "235 2.7.0 Welcome",
            _ => null,
        };
        var ear = new Ear();
        var endpoint = server.Endpoint(TlsPolicy.Opportunistic) with { Credentials = Credentials };
        using var connection = await Given.Open(endpoint, transcript: ear);
        server.Commands.ShouldContain(command);
        string.Join('\n', ear.Lines).ShouldNotContain("c2VjcmV0");
        string.Join('\n', ear.Lines).ShouldNotContain("AHVzZXIAc2VjcmV0");
    }

    [Fact]
    public async Task a_long_login_waits_for_the_servers_go_ahead()
    {
        var password = new string('p', 255);
        var user = new string('u', 255);
        var response = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
        server.Answer = line => line == "AUTH PLAIN" ? "334 " : line == response ? "235 2.7.0 Welcome" : null;
        var credentials = new SmtpCredentials(user, password) { Needs = LoginNeeds.Tls };
        using var connection = await Given.Open(server.Endpoint(TlsPolicy.Required) with { Credentials = credentials });
        server.Commands.ShouldContain(response);
    }

    [Theory]
    [InlineData(TlsPolicy.None, LoginNeeds.VerifiedTls, SendStage.AuthOffer)]
    [InlineData(TlsPolicy.None, LoginNeeds.Tls, SendStage.AuthOffer)]
    [InlineData(TlsPolicy.Opportunistic, LoginNeeds.VerifiedTls, SendStage.Certificate)]
    [InlineData(TlsPolicy.Required, LoginNeeds.VerifiedTls, SendStage.Certificate)]
    public async Task a_password_goes_over_nothing_weaker_than_it_needs(
        TlsPolicy tls, LoginNeeds needs, SendStage stage)
    {
        var failed = await Given.Fail(
            server.Endpoint(tls) with { Credentials = new("user", "secret") { Needs = needs } });
        (failed.Stage, failed.Reply.IsTransient, failed.FromPeer).ShouldBe((stage, true, false));
        server.Commands.ShouldNotContain(c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TlsPolicy.None, LoginNeeds.Nothing)]
    [InlineData(TlsPolicy.Required, LoginNeeds.Nothing)]
    [InlineData(TlsPolicy.Opportunistic, LoginNeeds.Tls)]
    public async Task a_password_goes_where_it_is_allowed_to(TlsPolicy tls, LoginNeeds needs)
    {
        using var allowed = await Given.Open(
            server.Endpoint(tls) with { Credentials = new("user", "secret") { Needs = needs } });
        server.Commands.ShouldContain(c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_password_needs_a_proven_certificate_unless_told_otherwise()
    {
        var options = new SmtpClientOptions { TrustedRoots = [server.Certificate!] };
        var endpoint = server.Endpoint(TlsPolicy.Opportunistic) with { Credentials = new("user", "secret") };
        using var proven = await Given.Open(endpoint, options: options);
        server.Commands.Count(c => c.StartsWith("AUTH", StringComparison.Ordinal)).ShouldBe(1);
        (await Given.Fail(endpoint)).Stage.ShouldBe(SendStage.Certificate);
        server.Commands.Count(c => c.StartsWith("AUTH", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("535 5.7.8 Wrong")]
    [InlineData("550 5.1.1 User unknown")]
    [InlineData("454 4.7.0 Directory away")]
    [InlineData("421 4.7.0 Too many")]
    public async Task a_refused_login_is_told_with_the_servers_words_and_never_final_for_a_message(string answer)
    {
        server.Answer = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? answer : null;
        var failed = await Given.Fail(server.Endpoint(TlsPolicy.Required) with { Credentials = Credentials });
        failed.Stage.ShouldBe(SendStage.Auth);
        failed.Reply.ToString().ShouldBe($"451 4.7.8 The server refused the login: {answer}");
        failed.Reply.Fault.ShouldBe(ConnectionFault.LoginFailed);
    }

    [Theory]
    [InlineData("pässwörd €", "sent pässwörd €", "sent (login data)")]
    [InlineData("secret!", "sent c2VjcmV0IQ without padding", "sent (login data) without padding")]
    [InlineData("5", "5.7.1 Error 5 of 5", "Error (login data) of (login data)")]
    public async Task a_password_is_repeated_in_no_reply_to_anything_after_the_login(
        string password, string answer, string told)
    {
        server.Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "550 " + answer : null;
        var ear = new Ear();
        var credentials = new SmtpCredentials("user", password) { Needs = LoginNeeds.Tls };
        using var connection = await Given.Open(
            server.Endpoint(TlsPolicy.Required) with { Credentials = credentials }, transcript: ear);
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);
        var reply = outcome.Recipients[0].Reply;
        (reply.Code, reply.Text).ShouldBe((550, told));
        ear.Lines.ShouldContain(line => line.StartsWith("S: 550 ", StringComparison.Ordinal) && line.EndsWith(told));
    }

    [Fact]
    public async Task a_password_that_is_a_word_of_the_protocol_hides_nothing_of_what_the_server_offers()
    {
        var credentials = new SmtpCredentials("user", "PLAIN") { Needs = LoginNeeds.Tls };
        var endpoint = server.Endpoint(TlsPolicy.Required) with { Credentials = credentials };
        using var connection = await Given.Open(endpoint);
        connection.Extensions.AuthPlain.ShouldBeTrue();
    }

    [Fact]
    public async Task a_server_without_a_way_to_log_in_is_told_apart()
    {
        server.Extensions = ["STARTTLS", "AUTH GSSAPI"];
        var failed = await Given.Fail(server.Endpoint(TlsPolicy.Required) with { Credentials = Credentials });
        (failed.Stage, failed.Reply.Fault).ShouldBe((SendStage.AuthOffer, ConnectionFault.LoginFailed));
        failed.Reply.Text.ShouldContain("neither AUTH PLAIN nor AUTH LOGIN");
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("x", "")]
    [InlineData("a\0b", "x")]
    [InlineData("x", "a\nb")]
    public void credentials_that_plain_cannot_carry_are_refused(string user, string password) =>
        Should.Throw<ArgumentException>(() => new SmtpCredentials(user, password));

    [Fact]
    public void credentials_do_not_print_the_password() =>
        $"{server.Endpoint() with { Credentials = Credentials }} {Credentials}".ShouldNotContain("secret");
}
