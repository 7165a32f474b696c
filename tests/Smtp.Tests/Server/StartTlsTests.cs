using System.Security.Authentication;
using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

public sealed class StartTlsTests
{
    private const string Hello =
        """
        S: 220 mx.example.org ESMTP
        C: EHLO client.example
        S: 250-mx.example.org
        S: 250-PIPELINING
        S: 250-SIZE 26214400
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-STARTTLS
        S: 250 ENHANCEDSTATUSCODES

        """;

    private const string HelloInTls =
        """
        C: EHLO secret.example
        S: 250-mx.example.org
        S: 250-PIPELINING
        S: 250-SIZE 26214400
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-AUTH PLAIN LOGIN
        S: 250 ENHANCEDSTATUSCODES

        """;

    [Fact]
    public Task after_the_upgrade_a_client_authenticates_and_sends() => ServerBench.Plays(
        Hello + """
        C: STARTTLS
        S: 220 2.0.0 Ready to start TLS
        C: <tls>

        """ + HelloInTls + """
        C: AUTH PLAIN AGFwcABzZWNyZXQ=
        S: 235 2.7.0 Authentication successful
        C: MAIL FROM:<a@example.org> AUTH=<>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        C: text
        C: .
        C: QUIT
        S: 250 2.0.0 Queued
        S: 221 2.0.0 Bye
        S: <end>
        """,
        then: receiver =>
        {
            var session = receiver.Messages.ShouldHaveSingleItem().Envelope.Session;
            session.Tls.ShouldNotBeNull().Protocol.ShouldBeOneOf(SslProtocols.Tls12, SslProtocols.Tls13);
            session.Tls.Cipher.ToString().ShouldStartWith("TLS_");
            session.HeloName.ShouldBe("secret.example");
            session.Identity.ShouldBe("account 1");
            session.Login.ShouldBe("app");
        });

    [Theory]
    [InlineData("RSET")]
    [InlineData("EHLO injected.example")]
    [InlineData("""MAIL FROM:<evil@example.org>\r\nRCPT TO:<v@example.net>\r\nDATA\r\nx\r\n.""")]
    public async Task commands_pipelined_behind_starttls_are_never_executed(string injected)
    {
        using var bench = new ServerBench().Trusting();
        var client = bench.Connect(Delivery.Whole);
        await client.PlayAsync(Hello + $"""
            c: STARTTLS\r\n{injected}\r\n
            S: 554 5.5.1 Nothing may be sent behind STARTTLS before TLS
            S: <end>
            """);
        bench.Receiver.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task commands_in_clear_after_220_end_the_handshake_and_are_never_executed()
    {
        using var bench = new ServerBench().Trusting();
        var client = bench.Connect(Delivery.ByByte);
        await client.PlayAsync(Hello + """
            C: STARTTLS
            C: RSET
            C: NOOP
            S: 220 2.0.0 Ready to start TLS
            """);
        // TLS may say goodbye with an alert, which is not a line of SMTP.
        (await client.EndAsync()).ShouldNotContain("250");
        await bench.Session.Soon();
        bench.Server.Connections.ShouldBe(0);
    }

    [Fact]
    public Task nothing_said_in_clear_survives() => ServerBench.Plays(
        Hello + """
        C: STARTTLS
        S: 220 *
        C: <tls>
        C: MAIL FROM:<a@example.org>
        S: 503 5.5.1 Bad sequence of commands, expected EHLO, HELO, RSET

        """ + HelloInTls + """
        C: STARTTLS
        S: 503 5.5.1 TLS is already active
        """);

    [Fact]
    public Task starttls_has_no_argument_and_no_place_in_a_transaction() => ServerBench.PlaysTrusted(
        """
        C: STARTTLS now
        S: 501 5.5.4 *
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: STARTTLS
        S: 503 5.5.1 *
        """);

    [Fact]
    public Task without_a_certificate_starttls_is_not_offered() => ServerBench.Plays(
        """
        S: 220 *
        C: EHLO client
        S: 250-mx.example.org
        S: 250-PIPELINING
        S: 250-SIZE 26214400
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250 ENHANCEDSTATUSCODES
        C: STARTTLS
        S: 502 5.5.1 STARTTLS is not offered here
        """,
        bench => (bench.Options.Security, bench.Options.Tls) = (SmtpSecurity.None, null));

    [Fact]
    public Task a_listener_may_demand_tls_before_anything_is_sent() => ServerBench.Plays(
        Hello + """
        C: MAIL FROM:<a@example.org>
        S: 530 5.7.0 Must issue a STARTTLS command first
        """,
        bench => bench.Trusting().Options.RequiresTls = true);

    [Fact]
    public Task implicit_tls_greets_inside_tls() => ServerBench.Plays(
        """
        C: <tls>
        S: 220 mx.example.org ESMTP

        """ + HelloInTls + """
        C: QUIT
        S: 221 2.0.0 Bye
        S: <end>
        """,
        bench => bench.Options.Security = SmtpSecurity.ImplicitTls);

    [Fact]
    public async Task clear_text_on_an_implicit_tls_port_is_cut_off()
    {
        using var bench = new ServerBench();
        bench.Options.Security = SmtpSecurity.ImplicitTls;
        var client = bench.Connect();
        await client.SendAsync("EHLO client.example\r\nMAIL FROM:<a@example.org>\r\n"u8.ToArray());
        (await client.EndAsync()).ShouldNotContain("250");
        await bench.Session.Soon();
    }

    [Fact]
    public async Task a_handshake_that_never_comes_is_given_up()
    {
        using var bench = new ServerBench();
        var client = bench.Connect();
        await client.PlayAsync(Hello + """
            C: STARTTLS
            S: 220 *
            """);
        bench.Time.Advance(bench.Options.HandshakeTimeout);
        await bench.Session.Soon();
        bench.Server.Connections.ShouldBe(0);
    }
}
