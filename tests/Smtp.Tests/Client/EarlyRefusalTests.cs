using System.Text;
using Actors.Smtp.Client;

namespace Actors.Smtp.Tests.Client;

/// <summary>Servers that refuse a message while it is still being sent: what they say is the outcome.</summary>
public sealed class EarlyRefusalTests : IAsyncDisposable
{
    private const string Refusal = "552-5.3.4 Too large\r\n552 5.3.4 for this mailbox";
    private const int Early = 100_000;

    private static readonly byte[] Large = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Repeat(new string('x', 74) + "\r\n", 8 * 1024 * 1024 / 76)));

    private readonly FakeServer server = new()
    {
        Extensions = ["PIPELINING", "STARTTLS"],
        Certificate = TestCertificate.For("localhost"),
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<SendOutcome> Send(byte[] content, TlsPolicy tls = TlsPolicy.None, ITranscript? transcript = null)
    {
        using var connection = await Given.Open(server.Endpoint(tls), transcript: transcript);
        var outcome = await connection.Send(Given.MessageOf(content, "a@fake.test", "b@fake.test"), default);
        // Who reads on may be heard only when all has gone out: then it is an answer like any other.
        if (outcome.Recipients[0].Stage == SendStage.Content)
            connection.IsUsable.ShouldBeFalse("in the middle of a content there is no way back");
        return outcome;
    }

    public static TheoryData<Afterwards, ReplyCut> Ways()
    {
        var ways = new TheoryData<Afterwards, ReplyCut>();
        foreach (var then in Enum.GetValues<Afterwards>())
            foreach (var cut in Enum.GetValues<ReplyCut>())
                if (then != Afterwards.Close || cut != ReplyCut.ByByte) // a close loses what is not on the way yet
                    ways.Add(then, cut);
        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task a_refusal_in_the_middle_of_a_large_content_is_the_outcome(Afterwards then, ReplyCut cut)
    {
        await IsRefused(TlsPolicy.None, then, cut);
        await IsRefused(TlsPolicy.Required, then, cut);
    }

    private async Task IsRefused(TlsPolicy tls, Afterwards then, ReplyCut cut)
    {
        server.Cut = cut;
        server.Interrupts = new(Refusal, Early, then);
        var outcome = await Send(Large, tls);
        if (then != Afterwards.Swallow)
            outcome.Recipients.ShouldAllBe(r => r.Stage == SendStage.Content);
        outcome.Recipients.ShouldAllBe(r => r.Reply.Code == 552 && r.FromPeer && r.Certainty == Certainty.Certain);
        outcome.Recipients[0].Reply.Text.ShouldBe("Too large\nfor this mailbox");
    }

    [Fact]
    public async Task a_server_that_takes_no_more_is_heard_at_once()
    {
        server.Interrupts = new("421 4.3.2 Going down", Early, Afterwards.Stall);
        var ear = new Ear();
        (await Send(Large, transcript: ear)).Lines().ShouldBe(["421 4.3.2 Content", "421 4.3.2 Content"]);
        ear.Lines[^1].ShouldBe("S: 421 4.3.2 Going down");
        ear.Lines.Count(line => line == "C: (content)").ShouldBeLessThan(Large.Length / (64 * 1024));
    }

    [Fact]
    public async Task a_refusal_before_any_content_is_the_outcome_of_a_small_message()
    {
        server.Answer = line => line == "DATA" ? "354 Go ahead\r\n554 5.7.1 Changed my mind" : null;
        server.Interrupts = new("", 0, Afterwards.Close);
        (await Send(Encoding.ASCII.GetBytes(Given.Text))).Lines().ShouldBe(["554 5.7.1 Content", "554 5.7.1 Content"]);
    }

    [Fact]
    public async Task a_refusal_before_any_content_is_the_outcome_of_a_large_message()
    {
        server.Answer = line => line == "DATA" ? "354 Go ahead\r\n554 5.7.1 Changed my mind" : null;
        server.Interrupts = new("", 0, Afterwards.Close);
        (await Send(Large)).Lines().ShouldBe(["554 5.7.1 Content", "554 5.7.1 Content"]);
    }

    [Fact]
    public async Task a_server_that_only_closes_has_said_nothing()
    {
        server.Interrupts = new("", Early, Afterwards.Close);
        var outcome = await Send(Large);
        outcome.Lines().ShouldBe(["451 4.4.2 Content", "451 4.4.2 Content"]);
        outcome.Recipients.ShouldAllBe(r => !r.FromPeer && r.Certainty == Certainty.Certain);
    }

    [Theory]
    [InlineData("250 2.0.0 Ok")]
    [InlineData("354 Go on")]
    [InlineData("what?")]
    public async Task anything_but_a_refusal_makes_no_sense_there(string reply)
    {
        server.Interrupts = new(reply, Early, Afterwards.Stall);
        var outcome = await Send(Large);
        outcome.Lines().ShouldBe(["451 4.5.0 Content", "451 4.5.0 Content"]);
        outcome.Recipients.ShouldAllBe(r => !r.FromPeer && r.Certainty == Certainty.Certain);
    }

    [Fact]
    public async Task a_server_that_neither_reads_nor_speaks_is_given_up()
    {
        server.Interrupts = new("", Early, Afterwards.Stall);
        var options = new SmtpClientOptions { BlockTimeout = TimeSpan.FromSeconds(1) };
        using var connection = await Given.Open(server.Endpoint(), TimeProvider.System, options);
        var outcome = await connection.Send(Given.MessageOf(Large), default);
        outcome.Lines().ShouldBe(["451 4.4.2 Content"]);
        outcome.Recipients[0].Reply.Text.ShouldBe("Connection timed out");
    }

    [Fact]
    public async Task a_large_content_that_nobody_interrupts_arrives_whole()
    {
        foreach (var tls in new[] { TlsPolicy.None, TlsPolicy.Required })
        {
            using var connection = await Given.Open(server.Endpoint(tls));
            for (var i = 0; i < 2; i++)
                (await connection.Send(Given.MessageOf(Large), default)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        }
        server.Contents.Count.ShouldBe(4);
        server.Contents.ShouldAllBe(content => content.SequenceEqual(Large));
    }
}
