using System.Text;
using Actors.Smtp.Tests.Transcripts;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

public sealed class TimeoutTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const string ToData =
        """
        S: 220 *
        C: HELO client
        S: 250 *
        C: MAIL FROM:<a@example.org>
        S: 250 *
        C: RCPT TO:<b@example.net>
        S: 250 *
        C: DATA
        S: 354 *

        """;

    private readonly ServerBench bench = new ServerBench().Trusting();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task a_silent_client_is_told_after_five_minutes_and_let_go()
    {
        var client = bench.Connect();
        await client.PlayAsync("S: 220 *");
        bench.Time.Advance(TimeSpan.FromMinutes(5) - Second);
        await client.PlayAsync("C: NOOP\nS: 250 *");
        bench.Time.Advance(TimeSpan.FromMinutes(5) - Second);
        bench.Session.IsCompleted.ShouldBeFalse();
        bench.Time.Advance(Second);
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
        await Ended();
    }

    [Fact]
    public async Task a_silent_client_in_tls_is_told_in_tls()
    {
        bench.Options.Security = Smtp.Server.SmtpSecurity.ImplicitTls;
        var client = bench.Connect();
        await client.PlayAsync("C: <tls>\nS: 220 *");
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
        await Ended();
    }

    [Fact]
    public async Task a_client_that_takes_no_replies_is_cut_off()
    {
        bench.Options.IdleCommandsMax = 100_000;
        var client = bench.Connect();
        // A hundred kilobytes of replies fill the way to the client, which nobody empties.
        await client.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("NOOP\r\n", 8_000))));
        bench.Session.IsCompleted.ShouldBeFalse();
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        bench.Session.IsCompleted.ShouldBeFalse();
        bench.Time.Advance(2 * Second);
        await Ended();
    }

    [Fact]
    public async Task single_bytes_buy_a_command_no_time()
    {
        var client = bench.Connect(Delivery.ByByte);
        await client.PlayAsync("S: 220 *");
        for (var i = 0; i < 4; i++)
        {
            await client.SendAsync("N"u8.ToArray());
            bench.Time.Advance(TimeSpan.FromMinutes(1));
        }
        await client.SendAsync("N"u8.ToArray());
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
        await Ended();
    }

    [Fact]
    public async Task a_message_that_stops_is_forgotten()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToData + "c: Subject: half");
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
        bench.Receiver.Messages.ShouldBeEmpty();
        await Ended();
    }

    [Fact]
    public async Task a_message_that_drips_is_cut_off_though_it_never_stops()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToData);
        // One byte a second: 256 a second are expected on average, five minutes are free.
        for (var second = 0; second < 300; second++)
        {
            bench.Session.IsCompleted.ShouldBeFalse();
            await client.SendAsync("x"u8.ToArray());
            bench.Time.Advance(Second);
        }
        // 300 bytes have earned one second more.
        bench.Session.IsCompleted.ShouldBeFalse();
        bench.Time.Advance(Second);
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
        bench.Receiver.Messages.ShouldBeEmpty();
        await Ended();
    }

    [Fact]
    public async Task a_slow_but_honest_message_is_taken()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToData);
        for (var second = 0; second < 600; second++)
        {
            await client.PlayAsync($"C: {new string('x', 300)}");
            bench.Time.Advance(Second);
        }
        await client.PlayAsync("C: .\nS: 250 2.0.0 Queued");
        bench.Receiver.Messages.ShouldHaveSingleItem().Content.Length.ShouldBe(600 * 302);
    }

    [Fact]
    public async Task a_transaction_has_an_hour_however_busy_the_client_is()
    {
        var client = bench.Connect();
        await client.PlayAsync("S: 220 *\nC: HELO client\nS: 250 *\nC: MAIL FROM:<a@example.org>\nS: 250 *");
        for (var minutes = 0; minutes < 56; minutes += 4)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(4));
            await client.PlayAsync("C: RCPT TO:<b@example.net>\nS: 250 *");
        }
        bench.Time.Advance(TimeSpan.FromMinutes(4) - Second);
        await client.PlayAsync("C: NOOP\nS: 250 *");
        bench.Time.Advance(Second);
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
        await Ended();
    }

    [Fact]
    public async Task a_commit_may_take_longer_than_any_client_may()
    {
        var commit = new TaskCompletionSource<Mail.Replies.Reply>();
        bench.Receiver.OnMessage = (_, _) => new(commit.Task);
        var client = bench.Connect();
        await client.PlayAsync(ToData + "C: text\nC: .");
        bench.Time.Advance(TimeSpan.FromHours(2));
        commit.SetResult(Mail.Replies.Reply.Of(250, "2.0.0", "Queued at last"));
        await client.PlayAsync("S: 250 2.0.0 Queued at last\nC: QUIT\nS: 221 *\nS: <end>");
        bench.Receiver.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_client_that_stays_after_being_cut_off_is_hung_up_on()
    {
        var client = bench.Connect();
        await client.PlayAsync("S: 220 *\nC: GET / HTTP/1.1\nS: 502 *");
        bench.Session.IsCompleted.ShouldBeFalse();
        bench.Time.Advance(2 * Second);
        await Ended();
    }

    private async Task Ended()
    {
        await bench.Session.Soon();
        bench.Server.Connections.ShouldBe(0);
    }
}
