using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

/// <summary>Thousands of clients that connect and say nothing: they cost little memory and nobody else's
/// time.</summary>
[Collection(Alone)]
public sealed class IdleSocketTests
{
    private const string Alone = "what is measured of the whole process";
    private const int Connections = 5_000;
    private const int Sessions = 21;

    /// <summary>Managed bytes for both ends of a connection, buffers of the sockets' pool included.</summary>
    private const long BytesEachMax = 16 * 1024;

    /// <summary>Of the processors, for both ends of a session: the same however busy the machine is.</summary>
    private static readonly TimeSpan SessionMax = TimeSpan.FromMilliseconds(100);

    [ManySocketsFact(2 * Connections)]
    public async Task five_thousand_idle_connections_cost_little_and_slow_nobody_down()
    {
        var receiver = new RecordingReceiver
        {
            OnConnected = _ => new(new SmtpAdmission.Welcome(IsTrusted: true, Identity: null)),
        };
        await using var server = await ListeningServer.StartAsync(
            receiver, SmtpSecurity.None,
            options =>
            {
                options.ConnectionsPerAddressMax = 2 * Connections;
                options.IdleTimeout = TimeSpan.FromHours(1); // longer than it takes anywhere to open them
            },
            TimeProvider.System);
        await Send(server.Port);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var idle = new List<Socket>(Connections);
        try
        {
            for (var i = 0; i < Connections; i++)
                idle.Add(await Connect(server.Port));
            server.Server.Connections.ShouldBeGreaterThanOrEqualTo(Connections);
            ((GC.GetTotalMemory(forceFullCollection: true) - before) / Connections).ShouldBeLessThan(BytesEachMax);

            var used = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Sessions; i++)
                await Send(server.Port);
            (Environment.CpuUsage.TotalTime - used).ShouldBeLessThan(Sessions * SessionMax);
            receiver.Messages.Count.ShouldBe(1 + Sessions);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>Greeted, so that the server waits for it.</summary>
    private static async Task<Socket> Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        await Hear(socket, "220");
        return socket;
    }

    private static async Task Send(int port)
    {
        using var socket = await Connect(port);
        foreach (var (said, code) in new[]
        {
            ("HELO client", "250"), ("MAIL FROM:<a@example.org>", "250"), ("RCPT TO:<b@example.net>", "250"),
            ("DATA", "354"), ("text\r\n.", "250"), ("QUIT", "221"),
        })
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(said + "\r\n"));
            await Hear(socket, code);
        }
    }

    private static async Task Hear(Socket socket, string code)
    {
        var reply = new byte[1024];
        var length = await socket.ReceiveAsync(reply);
        Encoding.ASCII.GetString(reply, 0, length).ShouldStartWith(code);
    }

    /// <summary>No other test of the process runs beside it.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;
}
