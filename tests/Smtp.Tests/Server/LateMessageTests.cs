using Actors.Mail.Replies;
using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;

namespace Actors.Smtp.Tests.Server;

/// <summary>A message that is accepted in the moment in which the client's time is over: the client has to hear of it,
/// or it sends the message again.</summary>
public sealed class LateMessageTests : IDisposable
{
    private static readonly TimeSpan LongerThanAFarewell = 5 * SmtpLimits.FarewellTimeout;

    private const string ToContent =
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

    private static readonly byte[] Rest = "Subject: late\r\n\r\nx\r\n.\r\n"u8.ToArray();

    private readonly HookedTime time = new();
    private readonly ServerBench bench;
    private readonly TaskCompletionSource<Reply> commit = new();

    public LateMessageTests()
    {
        bench = new ServerBench(time).Trusting();
        bench.Receiver.OnMessage = (_, _) => new(commit.Task);
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task a_commit_that_begins_while_the_time_is_found_over_is_answered()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToContent);
        time.Clock.Advance(bench.Options.IdleTimeout - TimeSpan.FromTicks(1));
        // The rest of the message arrives when the timer has looked and not yet acted.
        time.OnGetTimestamp = (2, () => client.SendAsync(Rest).Wait());
        time.Clock.Advance(TimeSpan.FromTicks(1));
        time.OnGetTimestamp.ShouldBeNull();

        await AnsweredLate(client);
        await client.PlayAsync("C: NOOP\nS: 250 *");
    }

    [Fact]
    public async Task a_commit_that_begins_when_the_time_was_found_over_is_answered()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToContent);
        time.Clock.Advance(bench.Options.IdleTimeout - TimeSpan.FromTicks(1));
        // The timer acts when the rest of the message has been read and not yet looked at.
        time.OnGetTimestamp = (1, () => time.Clock.Advance(TimeSpan.FromTicks(1)));
        await client.SendAsync(Rest);
        time.OnGetTimestamp.ShouldBeNull();

        await AnsweredLate(client);
        await client.PlayAsync("S: 421 *\nS: <end>");
    }

    [Fact]
    public async Task after_a_commit_of_any_length_the_client_has_all_its_time_again()
    {
        var client = bench.Connect();
        await client.PlayAsync(ToContent);
        await client.SendAsync(Rest);
        time.Clock.Advance(TimeSpan.FromHours(2));
        commit.SetResult(Reply.Of(250, "2.0.0", "Queued"));
        await client.PlayAsync("S: 250 2.0.0 Queued");

        time.Clock.Advance(bench.Options.IdleTimeout - SmtpServer.TickPeriod);
        await client.PlayAsync("C: NOOP\nS: 250 *");
    }

    [Fact]
    public void an_answer_after_the_time_was_found_over_has_the_time_of_a_farewell()
    {
        var deadline = new SmtpDeadline(bench.Options, time);
        deadline.Progress();
        deadline.Wait(contentBytes: null);
        time.Clock.Advance(bench.Options.IdleTimeout);
        deadline.TryEnd(time.GetTimestamp()).ShouldBeTrue();

        deadline.Work();
        time.Clock.Advance(bench.Options.SessionTimeout);
        deadline.Wait(contentBytes: null);

        deadline.TryEnd(time.GetTimestamp()).ShouldBeFalse();
        time.Clock.Advance(SmtpLimits.FarewellTimeout);
        deadline.TryEnd(time.GetTimestamp()).ShouldBeTrue();
    }

    private async Task AnsweredLate(ReplayClient client)
    {
        time.Clock.Advance(LongerThanAFarewell);
        commit.SetResult(Reply.Of(250, "2.0.0", "Queued"));
        await client.PlayAsync("S: 250 2.0.0 Queued");
        bench.Receiver.Messages.ShouldHaveSingleItem();
    }
}
