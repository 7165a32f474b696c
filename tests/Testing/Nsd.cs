using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Actors.Testing;

/// <summary>The name server nsd, serving zones on a loopback port until it is disposed.</summary>
public sealed class Nsd : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Nsd(DirectoryInfo folder, Process process, int port)
    {
        (this.folder, this.process) = (folder, process);
        EndPoint = new IPEndPoint(IPAddress.Loopback, port);
    }

    public IPEndPoint EndPoint { get; }

    /// <param name="zones">Names of zones with the text of their files.</param>
    /// <exception cref="InvalidOperationException">nsd ended: a zone is wrong, or nsd is not installed.</exception>
    public static async Task<Nsd> Start(params (string Name, string Text)[] zones)
    {
        var folder = Directory.CreateTempSubdirectory("nsd");
        var port = FreePort();
        var configuration = Path.Combine(folder.FullName, "nsd.conf");
        await File.WriteAllTextAsync(configuration, Settings(folder.FullName, port));
        foreach (var (name, text) in zones)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.zone"), text + "\n");
            await File.AppendAllTextAsync(configuration, $"zone:\n  name: {name}\n  zonefile: {name}.zone\n");
        }
        var program = RequiresProgramFactAttribute.Find("nsd")
            ?? throw new InvalidOperationException("nsd is not installed.");
        var start = new ProcessStartInfo(program, ["-d", "-c", configuration]) { RedirectStandardError = true };
        var process = Process.Start(start)!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("nsd started", StringComparison.Ordinal))
                return new Nsd(folder, process, port);
        }
        process.Dispose();
        folder.Delete(recursive: true);
        throw new InvalidOperationException("nsd ended before it had started.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Settings(string folder, int port) => $"""
        server:
          ip-address: 127.0.0.1@{port}
          port: {port}
          username: ""
          zonesdir: "{folder}"
          database: ""
          pidfile: "{folder}/pid"
          xfrdfile: "{folder}/xfrd"
          xfrdir: "{folder}"
          zonelistfile: "{folder}/zones"
          server-count: 1
          verbosity: 1
        remote-control:
          control-enable: no

        """;

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
