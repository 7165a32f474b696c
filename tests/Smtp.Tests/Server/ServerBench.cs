using System.Net;
using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;
using Actors.Smtp.Tls;
using Actors.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Smtp.Tests.Server;

/// <summary>A server with a recording receiver and a clock that only the test moves.</summary>
internal sealed class ServerBench : IDisposable
{
    private static readonly SmtpPeer Peer = new(new(IPAddress.Parse("192.0.2.1"), 40_000), new(IPAddress.Loopback, 25));

    private readonly Lazy<SmtpServer> server;

    public ServerBench()
        : this(new HookedTime())
    {
    }

    /// <param name="time">For what has to happen between two steps of the server.</param>
    public ServerBench(HookedTime time)
    {
        Time = time.Clock;
        server = new(() => new(Options, Receiver, time, NullLogger<SmtpServer>.Instance));
    }

    public ManualTime Time { get; }

    public RecordingReceiver Receiver { get; } = new();

    public SmtpServerOptions Options { get; } = new()
    {
        HostName = TestCertificate.HostName,
        Tls = new ServerTls(TestCertificate.Context),
    };

    public SmtpServer Server => server.Value;

    /// <summary>Whoever connects may send: the transcript can be about something else than AUTH.</summary>
    public ServerBench Trusting()
    {
        Receiver.OnConnected = _ => new(new SmtpAdmission.Welcome(IsTrusted: true, Identity: "network"));
        return this;
    }

    public Task Session { get; private set; } = Task.CompletedTask;

    public ReplayClient Connect(Delivery delivery = Delivery.Whole, SmtpPeer? peer = null)
    {
        var pair = new PipePair();
        Session = Server.ServeAsync(pair.Server, peer ?? Peer, pair.Reset);
        return new(pair.Client, delivery);
    }

    /// <summary>Plays a transcript with its packets cut in every way; afterwards nothing is left open.</summary>
    public static async Task Plays(
        string transcript, Action<ServerBench>? given = null, Action<RecordingReceiver>? then = null)
    {
        foreach (var delivery in Enum.GetValues<Delivery>())
        {
            using var bench = new ServerBench();
            given?.Invoke(bench);
            var client = bench.Connect(delivery);
            await client.PlayAsync(transcript);
            (await client.EndAsync()).ShouldBe("");
            await bench.Session.Soon();
            bench.Server.Connections.ShouldBe(0);
            then?.Invoke(bench.Receiver);
        }
    }

    /// <summary>The same, where any peer may send and the client has introduced itself with EHLO.</summary>
    public static Task PlaysTrusted(
        string transcript,
        Action<SmtpServerOptions>? options = null,
        Action<RecordingReceiver>? then = null,
        Action<RecordingReceiver>? receiver = null) =>
        Plays(
            """
            S: 220 mx.example.org ESMTP
            C: EHLO client.example
            S: 250-mx.example.org
            S: 250-PIPELINING
            S: 250-SIZE *
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-STARTTLS
            S: 250 ENHANCEDSTATUSCODES

            """ + transcript,
            bench =>
            {
                bench.Trusting();
                options?.Invoke(bench.Options);
                receiver?.Invoke(bench.Receiver);
            },
            then);

    public void Dispose()
    {
        if (server.IsValueCreated)
            server.Value.Dispose();
    }
}
