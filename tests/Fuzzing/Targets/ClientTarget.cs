using System.Net;
using System.Net.Sockets;
using Actors.Mail.Addresses;
using Actors.Smtp.Client;

namespace Actors.Fuzzing.Targets;

/// <summary>What servers say to our client: all at once, then the end.</summary>
internal sealed class ClientTarget : FuzzTarget
{
    private static readonly OutgoingMessage Message = new(
        ReversePath.Of(EmailAddress.Parse("a@example.org")), [ForwardPath.Of(EmailAddress.Parse("b@example.net"))],
        ["Subject: x\r\n\r\nBody\r\n"u8.ToArray()]);

    private static readonly SmtpClientOptions Options = new();

    public override string Name => "smtp-client";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Lines("""
            220 mx.example.net ESMTP
            250-mx.example.net
            250-PIPELINING
            250-SIZE 1000000
            250-8BITMIME
            250-AUTH PLAIN LOGIN
            250-DSN
            250 ENHANCEDSTATUSCODES
            250 2.1.0 Ok
            250 2.1.5 Ok
            354 Go on
            250 2.0.0 Ok: queued
            221 2.0.0 Bye

            """),
        Lines("""
            220 mx.example.net
            502 what
            250 mx.example.net
            451-4.7.1 later
            451 4.7.1 please

            """),
    ];

    public override IReadOnlyList<byte[]> Tokens { get; } =
        Pieces("\r\n", "250-", "250 ", "550 5.1.1 no\r\n", "421 bye\r\n", "354 \r\n", "220 ", "SIZE", "=", "\0",
            "STARTTLS", "-");

    /// <summary>One for all inputs: a port of each would be in use for a minute after its connection, and a machine has
    /// not that many.</summary>
    private readonly Lazy<Socket> listening = new(() =>
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return listener;
    });

    public override void Run(byte[] input)
    {
        var listener = listening.Value;
        var serving = Serve(listener, input);
        var endpoint = new SmtpEndpoint("mx.example.net", IPAddress.Loopback, DomainName.Parse("client.example"))
        {
            Port = ((IPEndPoint)listener.LocalEndPoint!).Port,
            Tls = TlsPolicy.None,
        };
        Talk(endpoint).GetAwaiter().GetResult();
        serving.GetAwaiter().GetResult();
    }

    private static async Task Talk(SmtpEndpoint endpoint)
    {
        var opened = await SmtpConnection.Open(endpoint, Options, TimeProvider.System, null, CancellationToken.None);
        if (opened is not OpenResult.Opened { Connection: var connection })
            return;
        var outcome = await connection.Send(Message, CancellationToken.None);
        Require(outcome.Recipients.Count == 1, "a recipient has one outcome");
        connection.Dispose();
    }

    /// <summary>Says all it has to say, hears the other out and hangs up.</summary>
    private static async Task Serve(Socket listener, byte[] input)
    {
        using var peer = await listener.AcceptAsync();
        try
        {
            await peer.SendAsync(input);
            peer.Shutdown(SocketShutdown.Send);
            var heard = new byte[4096];
            while (await peer.ReceiveAsync(heard) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // the client has hung up first
        }
    }
}
