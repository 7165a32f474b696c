using System.Diagnostics;
using System.Net;

namespace Actors.Testing;

/// <summary>The name server Knot DNS as primary of one zone that takes signed updates, on a loopback port until it is
/// disposed.</summary>
public sealed class Knot : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Process process;
    private readonly Task<string> output;

    private Knot(DirectoryInfo folder, Process process, IPEndPoint endPoint)
    {
        output = process.StandardOutput.ReadToEndAsync(); // so that the pipe never fills
        (this.folder, this.process) = (folder, process);
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    /// <param name="keyName">Of the TSIG key that may change the zone.</param>
    /// <param name="secret">Base64.</param>
    /// <exception cref="InvalidOperationException">knotd ended, or is not installed.</exception>
    public static async Task<Knot> Start(string zone, string zoneFile, string keyName, string secret)
    {
        var folder = Directory.CreateTempSubdirectory("knot");
        var endPoint = OwnEndPoints.Next();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{zone}.zone"), zoneFile);
        var configuration = Path.Combine(folder.FullName, "knot.conf");
        await File.WriteAllTextAsync(configuration, Settings(folder.FullName, endPoint, zone, keyName, secret));
        var program = RequiresProgramFactAttribute.Find("knotd")
            ?? throw new InvalidOperationException("knotd is not installed.");
        var start = new ProcessStartInfo(program, ["-c", configuration])
        { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("server started", StringComparison.Ordinal))
            {
                return new Knot(folder, process, endPoint);
            }
        }
        process.Dispose();
        folder.Delete(recursive: true);
        throw new InvalidOperationException($"knotd ended before it had started: {string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true); // a child that goes on writes into the folder
        await process.WaitForExitAsync();
        await output;
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Settings(
        string folder, IPEndPoint endPoint, string zone, string keyName, string secret) => $"""
        server:
          listen: {endPoint.Address}@{endPoint.Port}
          rundir: "{folder}"
          udp-workers: 1
          tcp-workers: 1
          background-workers: 1
        log:
          - target: stdout
            any: info
        database:
          storage: "{folder}/db"
        key:
          - id: {keyName}
            algorithm: hmac-sha256
            secret: {secret}
        acl:
          - id: changes
            key: {keyName}
            action: update
        zone:
          - domain: {zone}
            file: "{folder}/{zone}.zone"
            acl: changes
            zonefile-sync: -1
            zonefile-load: whole
            journal-content: none

        """;
}
