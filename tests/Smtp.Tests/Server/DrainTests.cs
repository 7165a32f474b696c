using Actors.Mail.Replies;
using Actors.Smtp.Server;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

public sealed class DrainTests : IDisposable
{
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

    private const string Draining = "S: 421 4.3.2 Server is shutting down, try again later\nS: <end>";

    private readonly ServerBench bench = new ServerBench().Trusting();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("C: HELO client\nS: 250 *")]
    [InlineData("C: HELO client\nS: 250 *\nC: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<b@example.net>\nS: 250 *")]
    [InlineData("c: HEL")]
    public async Task an_idle_session_is_told_at_once(string before)
    {
        var client = bench.Connect();
        await client.PlayAsync("S: 220 *\n" + before);
        var drain = bench.Server.DrainAsync(CancellationToken.None);
        await client.PlayAsync(Draining);
        await drain.Soon();
    }

    [Fact]
    public async Task a_message_under_way_is_finished_first()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToData + "C: first half");
        var drain = bench.Server.DrainAsync(CancellationToken.None);
        drain.IsCompleted.ShouldBeFalse();
        await client.PlayAsync("C: second half\nC: .\nS: 250 2.0.0 Queued\n" + Draining);
        await drain.Soon();
        bench.Receiver.Messages.ShouldHaveSingleItem().Content.ShouldBe("first half\r\nsecond half\r\n");
    }

    [Fact]
    public async Task a_message_under_way_in_tls_is_finished_first()
    {
        bench.Options.Security = SmtpSecurity.ImplicitTls;
        var client = bench.Connect();
        await client.PlayAsync("C: <tls>\n" + ToData + "c: first ");
        var drain = bench.Server.DrainAsync(CancellationToken.None);
        await client.PlayAsync("C: half\nC: second half\nC: .\nS: 250 2.0.0 Queued\n" + Draining);
        await drain.Soon();
        bench.Receiver.Messages.ShouldHaveSingleItem().Content.ShouldBe("first half\r\nsecond half\r\n");
    }

    [Fact]
    public async Task a_commit_under_way_is_finished_first()
    {
        var commit = new TaskCompletionSource<Reply>();
        bench.Receiver.OnMessage = (_, _) => new(commit.Task);
        var client = bench.Connect();
        await client.PlayAsync(ToData + "C: text\nC: .\nC: MAIL FROM:<next@example.org>");
        var drain = bench.Server.DrainAsync(CancellationToken.None);
        commit.SetResult(Reply.Of(250, "2.0.0", "Queued"));
        await client.PlayAsync("S: 250 2.0.0 Queued\n" + Draining);
        await drain.Soon();
        bench.Receiver.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task who_comes_during_a_drain_is_sent_away()
    {
        var busy = bench.Connect();
        await busy.PlayAsync(ToData);
        var drain = bench.Server.DrainAsync(CancellationToken.None);
        await bench.Connect().PlayAsync(Draining);
        await busy.PlayAsync("C: .\nS: 250 *\n" + Draining);
        await drain.Soon();
    }

    [Fact]
    public async Task when_the_time_for_draining_is_over_hooks_are_cancelled_and_clients_cut_off()
    {
        var cancelled = new TaskCompletionSource();
        bench.Receiver.OnMessage = async (_, cancellation) =>
        {
            await using var registration = cancellation.Register(cancelled.SetResult);
            await cancelled.Task;
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not cancelled");
        };
        var committing = bench.Connect();
        await committing.PlayAsync(ToData + "C: text\nC: .");
        var dripping = bench.Connect();
        await dripping.PlayAsync(ToData + "C: half");
        using var limit = new CancellationTokenSource();
        var drain = bench.Server.DrainAsync(limit.Token);
        drain.IsCompleted.ShouldBeFalse();
        await limit.CancelAsync();
        await drain.Soon();
        bench.Receiver.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task draining_without_clients_is_immediate() =>
        await bench.Server.DrainAsync(CancellationToken.None).Soon();
}
