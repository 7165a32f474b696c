using System.Net;

namespace Actors.Silo.Commands;

/// <summary>How something on this machine is reached from this machine.</summary>
internal static class Reachable
{
    public static Uri Http(IPEndPoint listener) => new($"http://{EndPoint(listener)}");

    /// <returns>Loopback where the listener has all addresses.</returns>
    public static IPEndPoint EndPoint(IPEndPoint listener) =>
        listener.Address.Equals(IPAddress.Any) ? new IPEndPoint(IPAddress.Loopback, listener.Port)
        : listener.Address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.IPv6Loopback, listener.Port)
        : listener;
}
