using System.Net;
using System.Net.Sockets;

namespace Actors.Testing;

/// <summary>A port of the loopback interface at which nobody listens until it is disposed: it is bound, so that the
/// system gives it to nobody else.</summary>
public sealed class ClosedPort : IDisposable
{
    private readonly Socket hold = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => hold.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Port => ((IPEndPoint)hold.LocalEndPoint!).Port;

    public void Dispose() => hold.Dispose();
}
