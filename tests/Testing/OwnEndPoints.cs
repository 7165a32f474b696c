using System.Net;

namespace Actors.Testing;

/// <summary>Where programs listen that cannot ask for any free port: a port that is free when it is looked up may be
/// another's by the time that they bind it.</summary>
public static class OwnEndPoints
{
    /// <summary>Below the ports that the kernel hands out.</summary>
    private const int FirstPort = 20_000;
    private const int Ports = 10_000;

    private static int count;

    /// <summary>At an address of loopback that belongs to this process, as it is made of its id, and a port that nobody
    /// in it has.</summary>
    public static IPEndPoint Next()
    {
        var id = Environment.ProcessId; // of 22 bits
        return new IPEndPoint(
            new IPAddress([127, (byte)(id >> 16), (byte)(id >> 8), (byte)id]),
            FirstPort + Interlocked.Increment(ref count) % Ports);
    }
}
