using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

/// <summary>RFC 3461 as far as a server goes that only hands the envelope identifier on.</summary>
public sealed class DsnTests
{
    private static Task Plays(string transcript, Action<RecordingReceiver>? then = null) => ServerBench.Plays(
        """
        S: 220 *
        C: EHLO client
        S: 250-mx.example.org
        S: 250-PIPELINING
        S: 250-SIZE 26214400
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-DSN
        S: 250-STARTTLS
        S: 250 ENHANCEDSTATUSCODES

        """ + transcript,
        bench => bench.Trusting().Options.OffersDsn = true,
        then);

    [Fact]
    public Task the_envelope_identifier_reaches_the_receiver() => Plays(
        """
        C: MAIL FROM:<a@example.org> RET=HDRS ENVID=QQ+2B314159
        S: 250 *
        C: RCPT TO:<b@example.net> NOTIFY=SUCCESS,delay,FAILURE ORCPT=rfc822;b@example.net
        S: 250 *
        C: RCPT TO:<c@example.net> NOTIFY=NEVER
        S: 250 *
        C: DATA
        S: 354 *
        C: .
        S: 250 *
        """,
        receiver => receiver.Messages.ShouldHaveSingleItem().Envelope.EnvelopeId.ShouldBe("QQ+2B314159"));

    [Theory]
    [InlineData("ENVID=", "501 5.5.4 *")]
    [InlineData("ENVID=a ENVID=b", "501 5.5.4 *")]
    [InlineData("RET=SOME", "501 5.5.4 *")]
    [InlineData("NOTIFY=NEVER", "555 5.5.4 *")]
    public Task parameters_of_mail_are_checked(string parameters, string answer) =>
        Plays($"C: MAIL FROM:<a@example.org> {parameters}\nS: {answer}");

    [Theory]
    [InlineData("NOTIFY=", "501 5.5.4 *")]
    [InlineData("NOTIFY=NEVER,DELAY", "501 5.5.4 *")]
    [InlineData("NOTIFY=NEVER NOTIFY=NEVER", "501 5.5.4 *")]
    [InlineData("ORCPT=rfc822", "501 5.5.4 *")]
    [InlineData("ORCPT=;x", "501 5.5.4 *")]
    [InlineData("ORCPT=rfc822;", "501 5.5.4 *")]
    [InlineData("SIZE=1", "555 5.5.4 *")]
    public Task parameters_of_rcpt_are_checked(string parameters, string answer) =>
        Plays($"C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<b@example.net> {parameters}\nS: {answer}");

    [Fact]
    public Task a_receiver_may_play_a_server_that_hangs_up_without_an_answer() => ServerBench.PlaysTrusted(
        """
        C: MAIL FROM:<a@example.org>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        C: drop
        C: .
        S: <end>
        """,
        then: receiver => receiver.Messages.ShouldBeEmpty(),
        receiver: receiver => receiver.OnMessage = (_, _) => throw new SmtpHangUpException());
}
