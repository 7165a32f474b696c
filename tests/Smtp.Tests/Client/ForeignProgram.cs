using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>A program that we did not write, running as long as a test needs it, with a folder of its own.</summary>
internal sealed class ForeignProgram : IAsyncDisposable
{
    private readonly Process process;

    private ForeignProgram(Process process, DirectoryInfo folder, int port) =>
        (this.process, Folder, Port) = (process, folder, port);

    public DirectoryInfo Folder { get; }

    public int Port { get; }

    /// <param name="arguments">Made for a free port and a folder; completed when the program listens there.</param>
    public static async Task<ForeignProgram> Start(string program, Func<int, string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("foreign");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var port = FreePort();
        var start = new ProcessStartInfo(
            RequiresProgramFactAttribute.Find(program)!, arguments(port, folder.FullName))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = new ForeignProgram(process, folder, port);
        await running.Listens(program);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Folder.Delete(recursive: true);
    }

    /// <summary>Such programs do not say when they are ready; a refused connection on loopback comes back at
    /// once.</summary>
    private async Task Listens(string program)
    {
        while (!process.HasExited)
        {
            try
            {
                using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
        throw new InvalidOperationException($"{program} ended with {process.ExitCode} before it listened.");
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
