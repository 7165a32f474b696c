using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;

namespace Actors.Smtp.Tests.Client;

/// <summary>
/// A server on loopback that really speaks SMTP and answers as the test says, each connection on its own.
/// </summary>
internal sealed class FakeServer : IAsyncDisposable
{
    /// <summary>Instead of an answer: begin one, with <see cref="StallLine"/>, and never end it.</summary>
    public const string Stall = "(stall)";

    public const string StallLine = "250-one moment";

    /// <summary>Instead of an answer: close the connection.</summary>
    public const string Drop = "(drop)";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;

    public FakeServer()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<string> Extensions { get; set; } = ["PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 10000000"];

    public ReplyCut Cut { get; set; } = ReplyCut.Whole;

    /// <summary>
    /// The answer to a command line, to "GREETING" or to "." (the final dot), without the last CRLF; null is the
    /// usual one.
    /// </summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>What is said before a content has ended; null waits for its end as all should.</summary>
    public Interruption? Interrupts { get; set; }

    /// <summary>Set for STARTTLS and implicit TLS.</summary>
    public X509Certificate2? Certificate { get; set; }

    public bool ImplicitTls { get; set; }

    /// <summary>
    /// Everything said to the server, with "GREETING" for each connection and "." for each final dot.
    /// </summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What DATA brought, dots taken off again.</summary>
    public ConcurrentQueue<byte[]> Contents { get; } = new();

    /// <summary>How many octets each read from the network brought, to see what went out in one write.</summary>
    public ConcurrentQueue<int> Reads { get; } = new();

    /// <summary>Where each connection came from.</summary>
    public ConcurrentQueue<IPAddress> Clients { get; } = new();

    /// <summary>One item for each connection that ended.</summary>
    public Channel<bool> Ends { get; } = Channel.CreateUnbounded<bool>();

    public int Connections => Commands.Count(c => c == "GREETING");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(sessions);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                sessions.Add(Serve(socket));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Serve(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            Clients.Enqueue(((IPEndPoint)socket.RemoteEndPoint!).Address);
            await using var session = new FakeSession(this, socket, stop.Token);
            try
            {
                await session.Run();
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException
                or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client has gone, or the test is over.
            }
            Ends.Writer.TryWrite(true);
        }
    }
}
