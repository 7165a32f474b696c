using System.Net;
using System.Net.Sockets;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A port of this machine behind which the lab's name server answers.</summary>
internal sealed class DnsDoor : IDisposable
{
    private const int OctetsMax = 65_535;

    private readonly Socket outside = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly NetworkNamespace network;

    public DnsDoor(NetworkNamespace network)
    {
        this.network = network;
        outside.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _ = Serve();
    }

    public IPEndPoint Address => (IPEndPoint)outside.LocalEndPoint!;

    public void Dispose() => outside.Dispose();

    private async Task Serve()
    {
        var question = new byte[OctetsMax];
        try
        {
            while (true)
            {
                var asked = await outside.ReceiveFromAsync(question, new IPEndPoint(IPAddress.Any, 0));
                await outside.SendToAsync(await Ask(question.AsMemory(0, asked.ReceivedBytes)), asked.RemoteEndPoint);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException) // the test is over
        {
        }
    }

    private async Task<ReadOnlyMemory<byte>> Ask(ReadOnlyMemory<byte> question)
    {
        using var inside = network.OpenSocket(SocketType.Dgram, ProtocolType.Udp);
        await inside.ConnectAsync(IPEndPoint.Parse(Addresses.NameServer + ":53"));
        await inside.SendAsync(question);
        var answer = new byte[OctetsMax];
        return answer.AsMemory(0, await inside.ReceiveAsync(answer));
    }
}
