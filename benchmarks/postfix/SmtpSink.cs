using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Actors.Benchmarks.Postfix;

/// <summary>Postfix' smtp-sink: takes every message and keeps none.</summary>
internal sealed class SmtpSink : IDisposable
{
    private const string Backlog = "1000";

    private readonly Process process;

    private SmtpSink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Returns when it takes connections.</summary>
    public static SmtpSink Start()
    {
        var port = FreePort();
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        var process = Process.Start("smtp-sink", [.. user, $"127.0.0.1:{port}", Backlog]);
        while (!process.HasExited)
        {
            try
            {
                using var probe = new TcpClient("127.0.0.1", port);
                return new SmtpSink(process, port);
            }
            catch (SocketException)
            {
                Thread.Yield();
            }
        }

        throw new InvalidOperationException($"smtp-sink ended with {process.ExitCode}");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
