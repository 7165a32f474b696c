using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Actors.Testing;

namespace Actors.Dns.Tests.Wire;

/// <summary>
/// A name server on loopback, UDP and TCP on one port the system chose, that answers as the test says.
/// </summary>
internal sealed class FakeNameServer : IAsyncDisposable
{
    private readonly Socket udp;
    private readonly Socket tcp;
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<bool> arrivals = Channel.CreateUnbounded<bool>();
    private readonly Task[] loops;

    public FakeNameServer()
    {
        (udp, tcp) = BindPair();
        tcp.Listen();
        loops = [ServeUdp(), ServeTcp()];
    }

    public IPEndPoint EndPoint => (IPEndPoint)udp.LocalEndPoint!;

    /// <summary>The packets to send back for a query over UDP; none means silence.</summary>
    public Func<byte[], IEnumerable<byte[]>> OnUdp { get; set; } = _ => [];

    /// <summary>The message to send back over TCP; null closes the connection.</summary>
    public Func<byte[], byte[]?> OnTcp { get; set; } = _ => null;

    public ConcurrentQueue<byte[]> UdpQueries { get; } = new();

    public ConcurrentQueue<byte[]> TcpQueries { get; } = new();

    public ConcurrentQueue<int> SourcePorts { get; } = new();

    public FakeNameServer Answer(Action<Response> build)
    {
        OnUdp = q => [Build(q)];
        OnTcp = Build;
        return this;

        byte[] Build(byte[] query)
        {
            var response = new Response(query);
            build(response);
            return response.ToArray();
        }
    }

    /// <summary>Completes when one more query has arrived.</summary>
    public async Task Arrival() => await arrivals.Reader.ReadAsync().Soon();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        udp.Dispose();
        tcp.Dispose();
        await Task.WhenAll(loops);
        stop.Dispose();
    }

    /// <summary>The system chooses a port for one protocol only: another program may have it for the other.</summary>
    private static (Socket Udp, Socket Tcp) BindPair()
    {
        while (true)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            try
            {
                tcp.Bind(udp.LocalEndPoint!);
                return (udp, tcp);
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdp()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var got = await udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), stop.Token);
                var query = buffer[..got.ReceivedBytes];
                UdpQueries.Enqueue(query);
                SourcePorts.Enqueue(((IPEndPoint)got.RemoteEndPoint).Port);
                foreach (var packet in OnUdp(query))
                    await udp.SendToAsync(packet, got.RemoteEndPoint, stop.Token);
                arrivals.Writer.TryWrite(true);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task ServeTcp()
    {
        try
        {
            while (true)
            {
                using var client = await tcp.AcceptAsync(stop.Token);
                await AnswerOverTcp(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task AnswerOverTcp(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client);
            var prefix = new byte[2];
            await stream.ReadExactlyAsync(prefix, stop.Token);
            var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
            await stream.ReadExactlyAsync(query, stop.Token);
            TcpQueries.Enqueue(query);
            if (OnTcp(query) is not { } answer)
                return;
            BinaryPrimitives.WriteUInt16BigEndian(prefix, (ushort)answer.Length);
            await stream.WriteAsync(prefix, stop.Token);
            await stream.WriteAsync(answer, stop.Token);
        }
        catch (IOException)
        {
            // This client has gone: the next is served.
        }
    }
}
