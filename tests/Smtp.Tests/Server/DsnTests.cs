using Actors.Mail.Envelopes;
using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

/// <summary>RFC 3461 as far as a server goes: what the client asks for reaches the receiver, checked.</summary>
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
    public Task all_four_parameters_reach_the_receiver() => Plays(
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
        receiver =>
        {
            var envelope = receiver.Messages.ShouldHaveSingleItem().Envelope;
            envelope.Dsn.ShouldBe(new(DsnReturn.Headers, EnvelopeId.Parse("QQ+2B314159")));
            envelope.Recipients.Select(each => each.Dsn).ShouldBe(
            [
                new(DsnNotify.Success | DsnNotify.Failure | DsnNotify.Delay,
                    OriginalRecipient.Parse("rfc822;b@example.net")),
                new(DsnNotify.Never, null),
            ]);
        });

    [Fact]
    public Task who_says_nothing_about_notifications_gets_none_of_it() => Plays(
        """
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<b@example.net>
        S: 250 *
        C: DATA
        S: 354 *
        C: .
        S: 250 *
        """,
        receiver =>
        {
            var envelope = receiver.Messages.ShouldHaveSingleItem().Envelope;
            envelope.Dsn.ShouldBeSameAs(EnvelopeDsn.None);
            envelope.Recipients.ShouldHaveSingleItem().Dsn.ShouldBeSameAs(RecipientDsn.None);
        });

    [Theory]
    [InlineData("SMTPUTF8", "ORCPT=utf-8;grüße@example.net", "250 *")]
    [InlineData("SMTPUTF8", "ORCPT=utf-8;gr\\\\x{FC}\\\\x{DF}e@example.net", "250 *")]
    [InlineData("BODY=8BITMIME", "ORCPT=utf-8;grüße@example.net", "501 5.5.4 *")]
    [InlineData("SMTPUTF8", "ORCPT=rfc822;grüße@example.net", "501 5.5.4 *")]
    public Task an_original_recipient_may_be_utf8_under_smtputf8(string mail, string rcpt, string answer) =>
        Plays($"C: MAIL FROM:<a@example.org> {mail}\nS: 250 *\nC: RCPT TO:<b@example.net> {rcpt}\nS: {answer}");

    [Theory]
    [InlineData("ENVID=", "501 5.5.4 *")]
    [InlineData("ENVID=a ENVID=b", "501 5.5.4 *")]
    [InlineData("ENVID=a+0D+0Ab", "501 5.5.4 *")]
    [InlineData("ENVID=a+", "501 5.5.4 *")]
    [InlineData("RET=SOME", "501 5.5.4 *")]
    [InlineData("RET=FULL RET=HDRS", "501 5.5.4 *")]
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
    [InlineData("ORCPT=rfc822;a+0D+0Ab", "501 5.5.4 *")]
    [InlineData("ORCPT=a@b;c", "501 5.5.4 *")]
    [InlineData("ORCPT=rfc822;x ORCPT=rfc822;x", "501 5.5.4 *")]
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
