using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>A program that we did not write, running as long as a test needs it, with a folder of its own.</summary>
internal sealed class ForeignProgram : IAsyncDisposable
{
    private readonly Process process;

    private ForeignProgram(Process process, DirectoryInfo folder, IPEndPoint endPoint) =>
        (this.process, Folder, EndPoint) = (process, folder, endPoint);

    public DirectoryInfo Folder { get; }

    public IPEndPoint EndPoint { get; }

    /// <param name="arguments">Made for an address and a folder; completed when the program listens there.</param>
    public static async Task<ForeignProgram> Start(string program, Func<IPEndPoint, string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("foreign");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var endPoint = OwnEndPoints.Next();
        var start = new ProcessStartInfo(
            RequiresProgramFactAttribute.Find(program)!, arguments(endPoint, folder.FullName))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = new ForeignProgram(process, folder, endPoint);
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
                await probe.ConnectAsync(EndPoint);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
        throw new InvalidOperationException($"{program} ended with {process.ExitCode} before it listened.");
    }
}
