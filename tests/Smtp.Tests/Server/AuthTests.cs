using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

/// <summary>RFC 4954, RFC 4616. The matrix is played without TLS, which a listener for tests may allow.</summary>
public sealed class AuthTests
{
    private const string Plain = "AGFwcABzZWNyZXQ=";              // NUL app NUL secret
    private const string PlainForItself = "YXBwAGFwcABzZWNyZXQ="; // app NUL app NUL secret

    private static Task Plays(
        string transcript, Action<ServerBench>? given = null, Action<RecordingReceiver>? then = null) =>
        ServerBench.Plays(
            """
            S: 220 *
            C: EHLO client
            S: 250-mx.example.org
            S: 250-PIPELINING
            S: 250-SIZE 26214400
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-STARTTLS
            S: 250-AUTH PLAIN LOGIN
            S: 250 ENHANCEDSTATUSCODES

            """ + transcript,
            bench =>
            {
                bench.Options.AuthenticationNeedsTls = false;
                given?.Invoke(bench);
            },
            then);

    [Theory]
    [InlineData($"C: AUTH PLAIN {Plain}")]
    [InlineData($"C: auth plain {PlainForItself}")]
    [InlineData($"C: AUTH PLAIN\nS: 334 \nC: {Plain}")]
    [InlineData("C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YXBw\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0")]
    [InlineData("C: AUTH LOGIN YXBw\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0")]
    public Task right_credentials_are_taken_once(string exchange) => Plays(
        $"""
        {exchange}
        S: 235 2.7.0 Authentication successful
        C: AUTH PLAIN {Plain}
        S: 503 5.5.1 Already authenticated
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<b@example.net>
        S: 250 *
        """,
        then: receiver => receiver.Logins.ShouldBe(["app"]));

    [Theory]
    [InlineData("C: AUTH PLAIN AGFwcAB3cm9uZw==", "535 5.7.8 Authentication failed: login or password is wrong")]
    [InlineData("C: AUTH PLAIN AG5vYm9keQBzZWNyZXQ=", "535 5.7.8 Authentication failed: login or password is wrong")]
    [InlineData("C: AUTH PLAIN\nS: 334 \nC: *", "501 5.7.0 Authentication cancelled")]
    [InlineData("C: AUTH LOGIN\nS: 334 *\nC: *", "501 5.7.0 Authentication cancelled")]
    [InlineData("C: AUTH LOGIN YXBw\nS: 334 *\nC: *", "501 5.7.0 Authentication cancelled")]
    [InlineData("C: AUTH PLAIN =", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH PLAIN !!!", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH PLAIN AGFwcA==", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH PLAIN AGFwcABzZWNyZXQAeA==", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH PLAIN AP8A/w==", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH PLAIN b3RoZXIAYXBwAHNlY3JldA==", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH LOGIN YQ1hCg==", "501 5.5.2 Credentials cannot be decoded")]
    [InlineData("C: AUTH CRAM-MD5", "504 5.5.4 Mechanism not offered: use PLAIN or LOGIN")]
    [InlineData("C: AUTH", "504 5.5.4 Mechanism not offered: use PLAIN or LOGIN")]
    public Task everything_else_is_refused_and_the_next_line_is_a_command(string exchange, string refusal) => Plays(
        $"""
        {exchange}
        S: {refusal}
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<b@example.net>
        S: 554 5.7.1 Relay access denied: authenticate with the SMTP login and password of your account
        """);

    [Fact]
    public Task an_empty_password_is_never_asked_about() => Plays(
        """
        C: AUTH LOGIN YXBw
        S: 334 UGFzc3dvcmQ6
        C:
        S: 501 5.5.2 Credentials cannot be decoded
        """,
        then: receiver => receiver.Logins.ShouldBeEmpty());

    [Fact]
    public Task in_clear_auth_is_refused_and_relaying_too() => ServerBench.Plays(
        """
        S: 220 *
        C: HELO client
        S: 250 *
        C: AUTH PLAIN AGFwcABzZWNyZXQ=
        S: 538 5.7.11 Encryption required for authentication: issue STARTTLS first
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<b@example.net>
        S: 554 5.7.1 Relay access denied: start TLS and authenticate with your account's SMTP login and password
        """,
        then: receiver => receiver.Logins.ShouldBeEmpty());

    [Fact]
    public Task auth_has_no_place_in_a_transaction() => Plays(
        $"""
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: AUTH PLAIN {Plain}
        S: 503 5.5.1 *
        """);

    [Fact]
    public Task where_auth_is_not_offered_it_is_not_taken() => ServerBench.Plays(
        """
        S: 220 *
        C: HELO client
        S: 250 *
        C: AUTH PLAIN AGFwcABzZWNyZXQ=
        S: 502 5.5.1 AUTH is not offered here
        C: MAIL FROM:<a@example.org>
        S: 250 *
        """,
        bench => bench.Options.OffersAuthentication = false);

    [Fact]
    public Task a_temporary_failure_is_not_a_failed_login() => Plays(
        string.Concat(Enumerable.Repeat(
            $"""
            C: AUTH PLAIN {Plain}
            S: 454 4.7.0 Authentication is not possible now, try again later

            """,
            5)),
        bench => bench.Receiver.OnAuthenticate = (_, _) => new(SmtpAuthentication.TemporaryFailure));

    [Fact]
    public Task the_third_wrong_login_ends_the_session() => Plays(
        """
        C: AUTH PLAIN AGFwcAB3cm9uZw==
        S: 535 5.7.8 *
        C: AUTH PLAIN AGFwcAB3cm9uZw==
        S: 535 5.7.8 *
        C: AUTH PLAIN AGFwcAB3cm9uZw==
        S: 535 5.7.8 *
        S: 421 4.7.0 Too many failed authentications
        S: <end>
        """);
}
