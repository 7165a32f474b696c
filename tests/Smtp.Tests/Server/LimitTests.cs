using System.Net;
using Actors.Mail.Replies;
using Actors.Smtp.Server;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>Each limit at its last allowed and its first refused value.</summary>
public sealed class LimitTests
{
    private const string Begin =
        """
        C: MAIL FROM:<a@example.org>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *

        """;

    private const int KiB64 = 64 * 1024;

    /// <summary>Lines of 64 bytes, CRLF included.</summary>
    private static string Lines(int bytes) =>
        string.Concat(Enumerable.Repeat($"C: {new string('x', 62)}\n", bytes / 64))
        + (bytes % 64 == 0 ? "" : $"C: {new string('y', (bytes % 64) - 2)}\n");

    [Fact]
    public Task a_message_of_exactly_the_limit_is_taken() => ServerBench.PlaysTrusted(
        Begin + Lines(KiB64) + "C: .\nS: 250 2.0.0 Queued",
        options => options.MessageBytesMax = KiB64,
        receiver => receiver.Messages.ShouldHaveSingleItem().Content.Length.ShouldBe(KiB64));

    [Fact]
    public Task stuffed_dots_do_not_count() => ServerBench.PlaysTrusted(
        Begin + string.Concat(Enumerable.Repeat($"C: ..{new string('x', 61)}\n", KiB64 / 64))
            + "C: .\nS: 250 2.0.0 Queued",
        options => options.MessageBytesMax = KiB64,
        receiver => receiver.Messages.ShouldHaveSingleItem().Content.Length.ShouldBe(KiB64));

    [Fact]
    public Task a_message_above_the_limit_is_read_to_its_end_and_the_session_goes_on() => ServerBench.PlaysTrusted(
        Begin + Lines(KiB64 + 3) + "C: .\nS: 552 5.3.4 Message is larger than this server takes\n"
            + Begin + "C: small\nC: .\nS: 250 2.0.0 Queued",
        options => options.MessageBytesMax = KiB64,
        receiver => receiver.Messages.ShouldHaveSingleItem().Content.ShouldBe("small\r\n"));

    [Fact]
    public Task a_message_far_above_the_limit_is_cut_off() => ServerBench.PlaysTrusted(
        Begin + Lines((2 * KiB64) + 64) + "S: 552 5.3.4 Message is larger than this server takes\nS: <end>",
        options => options.MessageBytesMax = KiB64,
        receiver => receiver.Messages.ShouldBeEmpty());

    [Theory]
    [InlineData(998, "250 2.0.0 Queued")]
    [InlineData(999, "550 5.6.0 A line of the message is too long; encode it as quoted-printable or base64")]
    [InlineData(5_000, "550 5.6.0 A line of the message is too long; encode it as quoted-printable or base64")]
    public Task a_line_of_a_message_has_its_limit(int length, string answer) => ServerBench.PlaysTrusted(
        Begin + $"C: {new string('x', length)}\nC: .\nS: {answer}\nC: NOOP\nS: 250 *");

    [Fact]
    public Task the_limit_for_lines_can_be_lifted() => ServerBench.PlaysTrusted(
        Begin + $"C: {new string('x', 50_000)}\nC: .\nS: 250 2.0.0 Queued",
        options => options.TextLineBytesMax = 0);

    [Theory]
    [InlineData("NOOP ", 510, "250 2.0.0 OK")]
    [InlineData("NOOP ", 511, "500 5.5.2 Line too long")]
    [InlineData("MAIL FROM:<> AUTH=", 1_179, "250 2.1.0 Sender OK")]
    [InlineData("MAIL FROM:<> AUTH=", 1_180, "500 5.5.2 Line too long")]
    [InlineData("RCPT ", 1_050, "503 5.5.1 *")]
    [InlineData("RCPT ", 1_051, "500 5.5.2 Line too long")]
    [InlineData("AUTH ", 12_286, "504 5.5.4 Mechanism not offered: use PLAIN or LOGIN")]
    public Task a_command_line_has_its_limit(string start, int length, string answer) => ServerBench.Plays(
        $"""
        S: 220 *
        C: EHLO x
        S: 250-*
        S: 250-*
        S: 250-*
        S: 250-*
        S: 250-*
        S: 250-*
        S: 250-*
        S: 250 *
        C: {start.PadRight(length, 'x')}
        S: {answer}
        C: NOOP
        S: 250 *
        """,
        bench => bench.Options.AuthenticationNeedsTls = false);

    [Theory]
    [InlineData(12_287)]
    [InlineData(50_000)]
    public Task a_line_without_end_ends_the_connection(int length) => ServerBench.PlaysTrusted(
        $"""
        C: {new string('x', length)}
        S: 500 5.5.2 Line too long
        S: <end>
        """);

    [Fact]
    public Task recipients_above_the_limit_are_for_the_next_transaction() => ServerBench.PlaysTrusted(
        "C: MAIL FROM:<a@example.org>\nS: 250 *\n"
            + string.Concat(Enumerable.Range(1, 500).Select(i => $"C: RCPT TO:<b{i}@example.net>\n"))
            + string.Concat(Enumerable.Repeat("S: 250 2.1.5 Recipient OK\n", 500))
            + "C: RCPT TO:<b501@example.net>\nS: 452 4.5.3 Too many recipients in one transaction\n"
            + "C: DATA\nS: 354 *\nC: x\nC: .\nS: 250 2.0.0 Queued",
        options => options.RecipientsMax = 500,
        receiver => receiver.Messages.ShouldHaveSingleItem().Envelope.Recipients.Count.ShouldBe(500));

    [Fact]
    public Task the_twentieth_error_ends_the_session() => ServerBench.PlaysTrusted(
        string.Concat(Enumerable.Repeat("C: NONSENSE\nS: 500 *\n", 20)) + "S: 421 4.7.0 Too many errors\nS: <end>");

    [Fact]
    public Task a_message_that_was_taken_wipes_the_errors_out() => ServerBench.PlaysTrusted(string.Concat(
        Enumerable.Repeat("C: NONSENSE\nS: 500 *\n", 19).Append(Begin + "C: x\nC: .\nS: 250 *\n")
            .Concat(Enumerable.Repeat("C: NONSENSE\nS: 500 *\n", 19))));

    [Fact]
    public Task recipients_refused_to_a_client_that_may_relay_are_no_errors() => ServerBench.Plays(
        "S: 220 *\nC: HELO x\nS: 250 *\nC: MAIL FROM:<a@example.org>\nS: 250 *\n"
            + string.Concat(Enumerable.Repeat("C: RCPT TO:<b@example.net>\nS: 550 5.1.1 No such user\n", 30)),
        bench => bench.Trusting().Receiver.OnRecipient = _ => new(Reply.Of(550, "5.1.1", "No such user")));

    [Fact]
    public Task a_session_without_messages_ends() => ServerBench.PlaysTrusted(
        string.Concat(Enumerable.Repeat("C: NOOP\nS: 250 *\n", 9))
            + "S: 421 4.7.0 Too many commands without a message\nS: <end>",
        options => options.IdleCommandsMax = 10);

    [Fact]
    public async Task connections_are_counted_by_address_and_in_all()
    {
        using var bench = new ServerBench();
        (bench.Options.ConnectionsPerAddressMax, bench.Options.ConnectionsMax) = (2, 3);
        var first = Connect("2001:db8::1");
        var session = bench.Session;
        (await first.ReadLineAsync()).ShouldStartWith("220");
        (await Connect("2001:db8::ffff:1").ReadLineAsync()).ShouldStartWith("220");
        (await Connect("2001:db8::2").ReadLineAsync()).ShouldBe("421 4.7.0 Too many connections, try again later");
        (await Connect("192.0.2.1").ReadLineAsync()).ShouldStartWith("220");
        (await Connect("192.0.2.2").ReadLineAsync()).ShouldBe("421 4.7.0 Too many connections, try again later");
        await first.EndAsync();
        await session.Soon();
        (await Connect("2001:db8::2").ReadLineAsync()).ShouldStartWith("220");
        bench.Server.Connections.ShouldBe(3);

        Transcripts.ReplayClient Connect(string address) =>
            bench.Connect(peer: new SmtpPeer(new(IPAddress.Parse(address), 1), new(IPAddress.Loopback, 25)));
    }
}
