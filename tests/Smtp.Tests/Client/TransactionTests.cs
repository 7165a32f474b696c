using System.Text;
using Actors.Mail.Addresses;
using Actors.Smtp.Client;

namespace Actors.Smtp.Tests.Client;

public sealed class TransactionTests
{
    [Theory]
    [InlineData(ReplyCut.Whole, true)]
    [InlineData(ReplyCut.Whole, false)]
    [InlineData(ReplyCut.ByLine, true)]
    [InlineData(ReplyCut.ByLine, false)]
    [InlineData(ReplyCut.ByByte, true)]
    [InlineData(ReplyCut.ByByte, false)]
    public async Task a_message_arrives_however_replies_are_cut(ReplyCut cut, bool pipelining)
    {
        await using var server = new FakeServer { Cut = cut };
        if (!pipelining)
            server.Extensions = ["SIZE"];
        using var connection = await Given.Open(server.Endpoint());

        for (var i = 1; i <= 3; i++)
        {
            var outcome = await connection.Send(Given.Message(), CancellationToken.None);
            outcome.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
            outcome.Recipients[0].Reply.Text.ShouldBe($"Ok: queued as {i}");
            outcome.Recipients[0].FromPeer.ShouldBeTrue();
            outcome.IsUncertain().ShouldBeFalse();
        }
        await connection.Quit();

        server.Contents.Select(Encoding.UTF8.GetString).ShouldBe([Given.Text, Given.Text, Given.Text]);
        string[] one = ["MAIL FROM:<sender@client.test> SIZE=25", "RCPT TO:<rcpt@fake.test>", "DATA", "."];
        server.Commands.ShouldBe(["GREETING", "EHLO client.test", .. one, .. one, .. one, "QUIT"]);
    }

    [Fact]
    public async Task a_message_goes_out_in_two_writes_where_pipelining_is_offered()
    {
        await using var server = new FakeServer();
        using var connection = await Given.Open(server.Endpoint());
        server.Reads.Clear();
        await connection.Send(Given.Message("a@fake.test", "b@fake.test"), CancellationToken.None);
        server.Reads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task fifty_recipients_each_get_their_own_reply()
    {
        foreach (var pipelining in new[] { true, false })
        {
            await using var server = new FakeServer
            {
                Extensions = pipelining ? ["PIPELINING"] : [],
                Answer = line => !line.StartsWith("RCPT", StringComparison.Ordinal) ? null
                    : (line[^12] % 3) switch { 0 => "550 5.1.1 No such user", 1 => "452 4.2.2 Full", _ => null },
            };
            string[] recipients = [.. Enumerable.Range(0, 50).Select(i => $"user{i:D2}@fake.test")];

            var outcome = await server.Send(Given.Message(recipients));

            outcome.Recipients.Select(r => r.Recipient.Address.ToString()).ShouldBe(recipients);
            outcome.Lines().ShouldBe(recipients.Select(r => (r[5] % 3) switch
            {
                0 => "550 5.1.1 RcptTo",
                1 => "452 4.2.2 RcptTo",
                _ => "250 2.0.0 FinalDot",
            }));
            server.Contents.Count.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_message_all_of_whose_recipients_are_refused_is_not_sent_and_the_next_one_is(bool pipelining)
    {
        var refuse = true;
        await using var server = new FakeServer
        {
            Extensions = pipelining ? ["PIPELINING"] : [],
            Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) && refuse ? "550 5.1.1 No" : null,
        };
        using var connection = await Given.Open(server.Endpoint());

        var refused = await connection.Send(Given.Message("a@fake.test", "b@fake.test"), CancellationToken.None);
        refuse = false;
        var accepted = await connection.Send(Given.Message(), CancellationToken.None);

        refused.Lines().ShouldBe(["550 5.1.1 RcptTo", "550 5.1.1 RcptTo"]);
        accepted.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        // With pipelining DATA was already under way and this server said 354: the lone dot ended an empty message.
        server.Contents.Select(c => c.Length).ShouldBe(pipelining ? [0, Given.Text.Length] : [Given.Text.Length]);
        server.Commands.Contains("RSET").ShouldBe(!pipelining);
    }

    [Fact]
    public async Task data_refused_leaves_a_reset_for_the_next_message()
    {
        var refuse = true;
        await using var server = new FakeServer
        {
            Answer = line => line == "DATA" && refuse ? "451 4.3.0 Later" : null,
        };
        using var connection = await Given.Open(server.Endpoint());

        (await connection.Send(Given.Message(), CancellationToken.None)).Lines().ShouldBe(["451 4.3.0 Data"]);
        refuse = false;
        (await connection.Send(Given.Message(), CancellationToken.None)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.Count(c => c == "RSET").ShouldBe(1);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 Not you", "550 5.7.1 MailFrom")]
    [InlineData("MAIL", "451 4.7.1 Not now", "451 4.7.1 MailFrom")]
    [InlineData("RCPT", "450 4.2.0 Greylisted", "450 4.2.0 RcptTo")]
    [InlineData("DATA", "554 5.5.1 No", "554 5.5.1 Data")]
    [InlineData(".", "554 5.6.0 Spam", "554 5.6.0 FinalDot")]
    [InlineData(".", "452 4.3.1 Disk full", "452 4.3.1 FinalDot")]
    public async Task a_refusal_is_told_with_its_stage_and_the_connection_goes_on(string at, string reply, string told)
    {
        foreach (var pipelining in new[] { true, false })
        {
            var refuse = true;
            await using var server = new FakeServer
            {
                Extensions = pipelining ? ["PIPELINING"] : [],
                Answer = line => line.StartsWith(at, StringComparison.Ordinal) && refuse ? reply : null,
            };
            using var connection = await Given.Open(server.Endpoint());
            var outcome = await connection.Send(Given.Message(), CancellationToken.None);
            outcome.Lines().ShouldBe([told]);
            outcome.Recipients[0].FromPeer.ShouldBeTrue();
            outcome.IsUncertain().ShouldBeFalse();
            refuse = false;
            (await connection.Send(Given.Message(), CancellationToken.None)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        }
    }

    [Theory]
    [InlineData("MAIL", "MailFrom")]
    [InlineData("RCPT", "RcptTo")]
    [InlineData("DATA", "Data")]
    [InlineData(".", "FinalDot")]
    public async Task a_421_ends_the_connection_and_is_transient(string at, string stage)
    {
        await using var server = new FakeServer
        {
            Answer = line => line.StartsWith(at, StringComparison.Ordinal) ? "421 4.3.2 Closing" : null,
        };
        using var connection = await Given.Open(server.Endpoint());
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);
        outcome.Lines().ShouldBe([$"421 4.3.2 {stage}"]);
        outcome.IsUncertain().ShouldBeFalse();
        connection.IsUsable.ShouldBeFalse();
    }

    [Fact]
    public async Task a_message_over_the_servers_limit_is_not_offered()
    {
        await using var server = new FakeServer { Extensions = ["SIZE 24"] };
        (await server.Send(Given.Message())).Lines().ShouldBe(["552 5.3.4 MailFrom"]);
        server.Commands.ShouldNotContain(c => c.StartsWith("MAIL", StringComparison.Ordinal));
        server.Extensions = ["SIZE 25"];
        (await server.Send(Given.Message())).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Extensions = ["SIZE 0"];
        (await server.Send(Given.Message())).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
    }

    [Fact]
    public async Task the_null_reverse_path_is_an_empty_pair_of_brackets()
    {
        await using var server = new FakeServer { Extensions = [] };
        var given = Given.Message();
        var message = new OutgoingMessage(ReversePath.Null, given.Recipients, given.Content);
        (await server.Send(message)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain("MAIL FROM:<>");
    }

    [Fact]
    public async Task a_large_message_goes_out_in_blocks()
    {
        await using var server = new FakeServer();
        var text = string.Concat(Enumerable.Repeat("....:....:....:....:....:....:....:..\r\n", 100_000));
        var content = Encoding.UTF8.GetBytes(text);
        (await server.Send(Given.MessageOf(content))).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Contents.Single().AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public void a_transaction_has_at_least_one_recipient_and_at_most_a_thousand()
    {
        string[] many = [.. Enumerable.Range(0, 1001).Select(i => $"u{i}@fake.test")];
        Should.Throw<ArgumentException>(() => Given.Message(many));
        Given.Message(many[..1000]).Recipients.Count.ShouldBe(1000);
        Should.Throw<ArgumentException>(() => new OutgoingMessage(ReversePath.Null, [], []));
    }

    [Fact]
    public async Task a_thousand_recipients_go_in_one_group()
    {
        await using var server = new FakeServer();
        string[] recipients = [.. Enumerable.Range(0, 1000).Select(i => $"user{i}@fake.test")];
        var outcome = await server.Send(Given.Message(recipients));
        outcome.Recipients.Count(r => r.Stage == SendStage.FinalDot).ShouldBe(1000);
    }
}
