using Actors.Mail.Replies;
using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

public sealed class TransactionTests
{
    [Fact]
    public Task a_message_goes_from_ehlo_to_quit() => ServerBench.PlaysTrusted(
        """
        C: MAIL FROM:<a@example.org> SIZE=20 BODY=8BITMIME
        S: 250 2.1.0 Sender OK
        C: RCPT TO:<b@example.net>
        S: 250 2.1.5 Recipient OK
        C: RCPT TO:<c@example.net>
        S: 250 2.1.5 Recipient OK
        C: DATA
        S: 354 *
        C: Subject: hello
        C:
        C: ..stuffed
        C: text
        C: .
        S: 250 2.0.0 Queued
        C: QUIT
        S: 221 2.0.0 Bye
        S: <end>
        """,
        then: receiver =>
        {
            var (envelope, content) = receiver.Messages.ShouldHaveSingleItem();
            content.ShouldBe("Subject: hello\r\n\r\n.stuffed\r\ntext\r\n");
            envelope.Sender.ToString().ShouldBe("<a@example.org>");
            envelope.Recipients.Select(to => to.ToString()).ShouldBe(["<b@example.net>", "<c@example.net>"]);
            envelope.DeclaredBytes.ShouldBe(20);
            envelope.Body.ShouldBe(SmtpBody.EightBitMime);
            envelope.IsSmtpUtf8.ShouldBeFalse();
            envelope.Session.HeloName.ShouldBe("client.example");
            envelope.Session.Identity.ShouldBe("network");
            envelope.Session.Tls.ShouldBeNull();
        });

    [Fact]
    public Task commands_sent_in_one_batch_are_answered_in_order() => ServerBench.PlaysTrusted(
        """
        C: MAIL FROM:<>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 2.1.0 Sender OK
        S: 250 2.1.5 Recipient OK
        S: 354 *
        C: one
        C: .
        C: MAIL FROM:<a@example.org>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 2.0.0 Queued
        S: 250 2.1.0 Sender OK
        S: 250 2.1.5 Recipient OK
        S: 354 *
        C: two
        C: .
        C: QUIT
        S: 250 2.0.0 Queued
        S: 221 2.0.0 Bye
        S: <end>
        """,
        then: receiver => receiver.Messages.Select(m => m.Content).ShouldBe(["one\r\n", "two\r\n"]));

    [Fact]
    public Task an_empty_message_is_a_message() => ServerBench.PlaysTrusted(
        """
        C: MAIL FROM:<>
        C: RCPT TO:<Postmaster>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        C: .
        S: 250 2.0.0 Queued
        """,
        then: receiver =>
        {
            var (envelope, content) = receiver.Messages.ShouldHaveSingleItem();
            content.ShouldBe("");
            envelope.Sender.IsNull.ShouldBeTrue();
            envelope.Recipients.ShouldHaveSingleItem().ToString().ShouldBe("<postmaster@mx.example.org>");
        });

    [Fact]
    public Task the_receivers_refusals_reach_the_client_and_end_nothing() => ServerBench.Plays(
        """
        S: 220 *
        C: HELO client
        S: 250 mx.example.org
        C: MAIL FROM:<bad@example.org>
        S: 550 5.7.1 Sender is not yours
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<full@example.net>
        S: 452 4.2.2 Mailbox full
        C: DATA
        S: 554 5.5.1 No valid recipients
        C: RCPT TO:<b@example.net>
        S: 250 2.1.5 Welcome
        C: DATA
        S: 354 *
        C: spam
        C: .
        S: 554-5.7.1 It looks like spam
        S: 554 5.7.1 to us
        C: MAIL FROM:<a@example.org>
        S: 250 *
        """,
        bench =>
        {
            var receiver = bench.Trusting().Receiver;
            receiver.OnSender = from =>
                new(from.Address!.LocalPart == "bad" ? Reply.Of(550, "5.7.1", "Sender is not yours") : null);
            receiver.OnRecipient = to => new(to.Address.LocalPart == "full"
                ? Reply.Of(452, "4.2.2", "Mailbox full")
                : Reply.Of(250, "2.1.5", "Welcome"));
            receiver.OnMessage = (_, _) => new(Reply.Of(554, "5.7.1", "It looks like spam\nto us"));
        },
        receiver => receiver.Messages.ShouldBeEmpty());

    [Fact]
    public Task a_receiver_that_fails_is_a_local_error_and_the_session_goes_on() => ServerBench.Plays(
        """
        S: 220 *
        C: EHLO client
        S: 250-mx.example.org
        S: 250-PIPELINING
        S: 250-SIZE 26214400
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-STARTTLS
        S: 250 ENHANCEDSTATUSCODES
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<broken@example.net>
        S: 451 4.3.0 Local error, try again later
        C: RCPT TO:<b@example.net>
        S: 250 *
        C: DATA
        S: 354 *
        C: text
        C: .
        S: 451 4.3.0 Local error, try again later
        C: RCPT TO:<b@example.net>
        S: 503 5.5.1 *
        """,
        bench =>
        {
            bench.Trusting().Receiver.OnRecipient = async to =>
            {
                await Task.Yield();
                return to.Address.LocalPart == "broken" ? throw new InvalidOperationException("storage is down") : null;
            };
            bench.Receiver.OnMessage = (_, _) => throw new IOException("disk full");
        });

    [Fact]
    public async Task a_client_that_leaves_in_the_middle_of_data_leaves_nothing()
    {
        await ServerBench.PlaysTrusted(
            """
            C: MAIL FROM:<a@example.org>
            C: RCPT TO:<b@example.net>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            c: half a message\r\n.
            C: <end>
            S: <end>
            """,
            then: receiver => receiver.Messages.ShouldBeEmpty());
    }
}
