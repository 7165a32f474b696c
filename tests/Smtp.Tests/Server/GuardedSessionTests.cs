using System.Net;
using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

/// <summary>What the guards and the longer time limits do to a session.</summary>
public sealed class GuardedSessionTests : IDisposable
{
    private const string Hello = "S: 220 *\nC: HELO client\nS: 250 *\n";
    private const string Wrong = "C: AUTH PLAIN AGFwcAB3cm9uZw==\nS: 535 5.7.8 *\n";   // NUL app NUL wrong
    private const string Right = "C: AUTH PLAIN AGFwcABzZWNyZXQ=\n";                    // NUL app NUL secret
    private const string HeldBack = "S: 421 4.7.0 Too many failed authentications, try again later\nS: <end>";

    private readonly ServerBench bench = new();

    public GuardedSessionTests() => bench.Options.AuthenticationNeedsTls = false;

    public void Dispose() => bench.Dispose();

    private static SmtpPeer From(string address) => new(new(IPAddress.Parse(address), 40_000), new(IPAddress.Any, 587));

    private Task Plays(string transcript, string from = "192.0.2.1") =>
        bench.Connect(peer: From(from)).PlayAsync(transcript);

    [Fact]
    public async Task guesses_are_counted_across_connections_and_then_not_even_looked_at()
    {
        for (var i = 0; i < 3; i++)
            await Plays(Hello + Wrong + Wrong + Wrong + "S: 421 4.7.0 Too many failed authentications\nS: <end>");
        await Plays(Hello + Wrong + Wrong + Right + HeldBack);
        await Plays(Hello + Right + HeldBack, "198.51.100.7");
        bench.Receiver.Logins.Count.ShouldBe(11);

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        await Plays(Hello + Right + "S: 235 *\nC: QUIT\nS: 221 *\nS: <end>");
        await Plays(Hello + Right + "S: 235 *\nC: QUIT\nS: 221 *\nS: <end>");
    }

    [Fact]
    public async Task a_fault_while_a_password_is_checked_counts_for_nobody()
    {
        bench.Options.ErrorsMax = 100;
        bench.Receiver.OnAuthenticate = (_, _) => throw new InvalidOperationException("the store is down");
        await Plays(Hello + string.Concat(Enumerable.Repeat(Right + "S: 451 4.3.0 *\n", 15)) + "C: QUIT\nS: 221 *");
        bench.Receiver.OnAuthenticate = (_, _) => new(SmtpAuthentication.TemporaryFailure);
        await Plays(Hello + string.Concat(Enumerable.Repeat(Right + "S: 454 4.7.0 *\n", 15)) + "C: QUIT\nS: 221 *");
    }

    [Fact]
    public async Task an_account_has_a_hundred_connections_and_gets_them_back()
    {
        bench.Receiver.OnAuthenticate = (_, _) => new(new SmtpAuthentication.Accepted("account", "account"));
        var open = new List<Transcripts.ReplayClient>();
        for (var i = 0; i < 100; i++)
        {
            open.Add(bench.Connect(peer: From($"10.0.0.{i}")));
            await open[^1].PlayAsync(Hello + Right + "S: 235 *");
        }
        await Plays(Hello + Right + "S: 421 4.7.0 Too many connections of this account, try again later\nS: <end>");
        await open[0].PlayAsync("C: QUIT\nS: 221 *\nS: <end>");
        await Plays(Hello + Right + "S: 235 *");
        await Plays(Hello + Right + "S: 421 *");
    }

    [Fact]
    public async Task connections_of_a_trusted_network_count_for_its_account()
    {
        bench.Receiver.OnConnected = _ => new(new SmtpAdmission.Welcome(IsTrusted: true, "account", "account"));
        for (var i = 0; i < 100; i++)
            await Plays("S: 220 *", $"10.0.0.{i}");
        await Plays("S: 421 4.7.0 Too many connections of this account, try again later\nS: <end>");
    }

    [Fact]
    public async Task a_client_that_never_logs_in_has_five_minutes_however_busy_it_is()
    {
        var client = bench.Connect();
        await client.PlayAsync(Hello);
        for (var minute = 0; minute < 4; minute++)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(1));
            await client.PlayAsync("C: NOOP\nS: 250 *");
        }
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await client.PlayAsync("S: 421 4.4.2 Timed out waiting for the client\nS: <end>");
    }

    [Fact]
    public async Task who_logged_in_has_longer_and_a_session_ends_between_two_messages()
    {
        bench.Options.SessionTimeout = TimeSpan.FromMinutes(10);
        var client = bench.Connect();
        await client.PlayAsync(Hello + Right + "S: 235 *");
        for (var minute = 0; minute < 8; minute += 4)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(4));
            await client.PlayAsync("C: NOOP\nS: 250 *");
        }
        await client.PlayAsync("C: MAIL FROM:<a@example.org>\nS: 250 *\nC: RCPT TO:<b@example.net>\nS: 250 *");
        bench.Time.Advance(TimeSpan.FromMinutes(4));
        await client.PlayAsync("C: DATA\nS: 354 *\nC: text\nC: .\nS: 250 2.0.0 Queued");
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await client.PlayAsync(
            "S: 421 4.3.2 This connection has been open for long enough, connect again\nS: <end>");
        bench.Receiver.Messages.ShouldHaveSingleItem();
    }
}
