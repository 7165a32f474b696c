using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>Servers that stall, close, talk nonsense or never stop talking, at each step of the dialogue.</summary>
public sealed class FaultTests
{
    private readonly ManualTime time = new();
    private readonly Ear ear = new();

    [Theory]
    [InlineData("GREETING", "Greeting", 300)]
    [InlineData("EHLO", "Ehlo", 300)]
    [InlineData("STARTTLS", "StartTls", 300)]
    [InlineData("AUTH", "Auth", 300)]
    public async Task a_server_that_stalls_while_opening_is_given_up_in_time(string at, string stage, int seconds)
    {
        await using var server = Stalling(at);
        server.Extensions = ["STARTTLS", "AUTH PLAIN"];
        var endpoint = server.Endpoint(at == "STARTTLS" ? TlsPolicy.Opportunistic : TlsPolicy.None) with
        {
            Credentials = new("user", "secret") { Needs = LoginNeeds.Nothing },
        };
        var failing = Given.Fail(endpoint, time, transcript: ear);
        await ear.Stall();

        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        failing.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        var failed = await failing;
        (failed.Reply.Code, failed.Stage.ToString(), failed.FromPeer).ShouldBe((451, stage, false));
        failed.Reply.Status.ToString().ShouldBe("4.4.2");
    }

    [Theory]
    [InlineData("MAIL", "MailFrom", 300)]
    [InlineData("RCPT", "RcptTo", 300)]
    [InlineData("DATA", "Data", 120)]
    [InlineData(".", "FinalDot", 600)]
    public async Task a_server_that_stalls_within_a_message_is_given_up_in_time(string at, string stage, int seconds)
    {
        foreach (var extensions in new[] { new[] { "PIPELINING" }, [] })
        {
            await using var server = Stalling(at);
            server.Extensions = extensions;
            var sending = server.Send(Given.Message(), time, ear);
            await ear.Stall();

            time.Advance(TimeSpan.FromSeconds(seconds - 1));
            sending.IsCompleted.ShouldBeFalse();
            time.Advance(TimeSpan.FromSeconds(1));

            var outcome = await sending;
            outcome.Lines().ShouldBe([$"451 4.4.2 {stage}"]);
            outcome.IsUncertain().ShouldBe(at == ".");
        }
    }

    [Fact]
    public async Task a_server_that_always_comes_back_just_in_time_is_cut_off_in_the_end()
    {
        var stalled = false;
        await using var server = new FakeServer
        {
            Extensions = [],
            Answer = _ => stalled ? FakeServer.Stall : null,
        };
        var slow = new Ear
        {
            OnSent = line =>
            {
                if (!line.StartsWith("RCPT", StringComparison.Ordinal))
                    return;
                stalled = true;
                time.Advance(TimeSpan.FromMinutes(4)); // so long did MAIL take
            },
        };
        var options = new SmtpClientOptions { DialogueMax = TimeSpan.FromMinutes(7) };
        using var connection = await Given.Open(server.Endpoint(), time, options, slow);
        var sending = connection.Send(Given.Message(), CancellationToken.None);
        await slow.Stall();

        time.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromSeconds(1)); // RCPT alone had two more
        sending.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        (await sending).Lines().ShouldBe(["451 4.4.2 RcptTo"]);
    }

    [Theory]
    [InlineData("GREETING", "Greeting")]
    [InlineData("EHLO", "Ehlo")]
    public async Task a_server_that_closes_while_opening_is_a_transient_failure(string at, string stage)
    {
        await using var server = Answering(at, FakeServer.Drop);
        var failed = await Given.Fail(server.Endpoint());
        (failed.Reply.Code, failed.Stage.ToString(), failed.FromPeer).ShouldBe((451, stage, false));
        failed.Reply.Status.ToString().ShouldBe("4.4.2");
    }

    [Theory]
    [InlineData("MAIL", "MailFrom")]
    [InlineData("RCPT", "RcptTo")]
    [InlineData("DATA", "Data")]
    [InlineData(".", "FinalDot")]
    public async Task only_a_connection_lost_after_the_final_dot_is_uncertain(string at, string stage)
    {
        foreach (var extensions in new[] { new[] { "PIPELINING" }, [] })
        {
            await using var server = Answering(at, FakeServer.Drop);
            server.Extensions = extensions;
            var outcome = await server.Send(Given.Message());
            outcome.Lines().ShouldBe([$"451 4.4.2 {stage}"]);
            outcome.Recipients[0].FromPeer.ShouldBeFalse();
            outcome.IsUncertain().ShouldBe(at == ".");
        }
    }

    [Fact]
    public async Task a_recipient_refused_before_is_certain_when_the_rest_is_not()
    {
        await using var server = new FakeServer
        {
            Answer = line => line == "." ? FakeServer.Drop : line == "RCPT TO:<no@fake.test>" ? "550 5.1.1 No" : null,
        };
        var outcome = await server.Send(Given.Message("yes@fake.test", "no@fake.test"));
        outcome.Lines().ShouldBe(["451 4.4.2 FinalDot", "550 5.1.1 RcptTo"]);
        outcome.Recipients.Select(r => r.Certainty).ShouldBe([Certainty.Uncertain, Certainty.Certain]);
    }

    [Theory]
    [InlineData("GREETING")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task garbage_for_a_reply_ends_the_connection(string at)
    {
        foreach (var garbage in new[] { "hello", "999 no", "199 no", "25", "2x0 no", "250-a\r\n550 b", "\0\0\0", "" })
        {
            await using var server = Answering(at, garbage);
            var result = await SmtpConnection.Open(
                server.Endpoint(), new(), time, null, CancellationToken.None).Soon();
            if (result is OpenResult.Failed failed)
            {
                failed.Reply.Status.ToString().ShouldBe("4.5.0", garbage);
                continue;
            }
            using var connection = ((OpenResult.Opened)result).Connection;
            var outcome = await connection.Send(Given.Message(), CancellationToken.None);
            outcome.Recipients[0].Reply.Status.ToString().ShouldBe("4.5.0", garbage);
            outcome.IsUncertain().ShouldBe(at == ".");
            connection.IsUsable.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("MAIL", "354 go on")]
    [InlineData("RCPT", "334 who")]
    [InlineData("DATA", "250 fine")]
    [InlineData(".", "354 more")]
    public async Task a_reply_that_cannot_answer_the_command_ends_the_connection(string at, string reply)
    {
        await using var server = Answering(at, reply);
        using var connection = await Given.Open(server.Endpoint());
        var outcome = await connection.Send(Given.Message(), CancellationToken.None);
        outcome.Recipients[0].Reply.Status.ToString().ShouldBe("4.5.0");
        outcome.IsUncertain().ShouldBe(at == ".");
        connection.IsUsable.ShouldBeFalse();
    }

    [Fact]
    public async Task what_is_not_ascii_in_a_reply_is_made_harmless()
    {
        await using var server = Answering("RCPT", "550 5.1.1 n\u00fc \u001b[31mred\u0007");
        var reply = (await server.Send(Given.Message())).Recipients[0].Reply;
        reply.Code.ShouldBe(550);
        reply.Text.ShouldNotContain('\u001b');
        reply.Text.ShouldNotContain('\u0007');
    }

    [Theory]
    [InlineData("250-more and more and more", 1_000_000)]
    [InlineData("250-", 1_000_000)]
    public async Task a_reply_without_end_is_cut(string line, int lines)
    {
        await using var server = Answering("EHLO", string.Concat(Enumerable.Repeat(line + "\r\n", lines)) + "250 end");
        (await Given.Fail(server.Endpoint())).Reply.Status.ToString().ShouldBe("4.5.0");
    }

    [Fact]
    public async Task a_line_without_end_is_cut()
    {
        await using var server = Answering("MAIL", "250 " + new string('x', 1_000_000));
        (await server.Send(Given.Message())).Lines().ShouldBe(["451 4.5.0 MailFrom"]);
    }

    [Theory]
    [InlineData("MAIL", false)]
    [InlineData(".", true)]
    public async Task a_cancelled_attempt_ends_as_a_value(string at, bool uncertain)
    {
        await using var server = Stalling(at);
        using var cancellation = new CancellationTokenSource();
        using var connection = await Given.Open(server.Endpoint(), transcript: ear);
        var sending = connection.Send(Given.Message(), cancellation.Token);
        await ear.Stall();
        await cancellation.CancelAsync();

        var outcome = await sending;
        outcome.Recipients[0].Reply.Status.ToString().ShouldBe("4.3.2");
        outcome.IsUncertain().ShouldBe(uncertain);
    }

    [Fact]
    public async Task a_closed_port_is_a_transient_failure()
    {
        await using var server = new FakeServer();
        using var closed = new ClosedPort();
        var failed = await Given.Fail(server.Endpoint() with { Port = closed.Port });
        $"{failed.Reply.Code} {failed.Reply.Status} {failed.Stage}".ShouldBe("451 4.4.1 Connect");
        failed.Reply.Text.ShouldContain("ConnectionRefused");
    }

    [Theory]
    [InlineData("GREETING", "554 5.7.1 Go away", "554 Greeting")]
    [InlineData("GREETING", "421 4.3.2 Busy", "421 Greeting")]
    [InlineData("EHLO", "451 4.3.0 Hm", "451 Ehlo")]
    public async Task a_refusal_while_opening_is_told_as_it_came(string at, string reply, string told)
    {
        await using var server = Answering(at, reply);
        var failed = await Given.Fail(server.Endpoint());
        $"{failed.Reply.Code} {failed.Stage}".ShouldBe(told);
        failed.FromPeer.ShouldBeTrue();
    }

    [Fact]
    public async Task a_server_without_ehlo_is_greeted_with_helo()
    {
        await using var server = Answering("EHLO", "502 5.5.2 What?");
        (await server.Send(Given.Message())).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain("HELO client.test");
        server.Commands.ShouldContain("MAIL FROM:<sender@client.test>");
    }

    private static FakeServer Stalling(string at) => Answering(at, FakeServer.Stall);

    private static FakeServer Answering(string at, string answer) =>
        new() { Answer = line => line.StartsWith(at, StringComparison.Ordinal) ? answer : null };
}
