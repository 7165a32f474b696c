using System.Diagnostics;
using System.Net;

namespace Actors.Testing;

/// <summary>The name server nsd, serving zones on a loopback port until it is disposed.</summary>
public sealed class Nsd : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Nsd(DirectoryInfo folder, Process process, IPEndPoint endPoint)
    {
        (this.folder, this.process) = (folder, process);
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    /// <param name="zones">Names of zones with the text of their files.</param>
    /// <exception cref="InvalidOperationException">nsd ended: a zone is wrong, or nsd is not installed.</exception>
    public static async Task<Nsd> Start(params (string Name, string Text)[] zones)
    {
        var folder = Directory.CreateTempSubdirectory("nsd");
        var endPoint = OwnEndPoints.Next();
        var configuration = Path.Combine(folder.FullName, "nsd.conf");
        await File.WriteAllTextAsync(configuration, Settings(folder.FullName, endPoint));
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
                return new Nsd(folder, process, endPoint);
        }
        process.Dispose();
        folder.Delete(recursive: true);
        throw new InvalidOperationException("nsd ended before it had started.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true); // a child that goes on writes into the folder
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Settings(string folder, IPEndPoint endPoint) => $"""
        server:
          ip-address: {endPoint.Address}@{endPoint.Port}
          port: {endPoint.Port}
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
}
