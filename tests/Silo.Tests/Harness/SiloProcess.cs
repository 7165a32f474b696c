using System.Diagnostics;
using Actors.Testing;

namespace Actors.Silo.Tests.Harness;

/// <summary>The program as a process on free ports of loopback; it has ended when this is disposed.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private readonly Process process;

    public SiloProcess(Folder folder) => process = Process.Start(new ProcessStartInfo("dotnet",
    [
        Path.Combine(AppContext.BaseDirectory, "Actors.Silo.dll"),
        "--data", folder.Data, "--log-level", "warning", "--http-listen", "127.0.0.1:0",
        "--submission-listen", "127.0.0.1:0", "--submission-listen-tls", "",
        "--inbound-listen", "127.0.0.1:0",
    ])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder.Path,
    })!;

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <returns>All it said up to the line that holds the text.</returns>
    public async Task<string> Said(string text)
    {
        using var patience = Patience.Limit();
        var said = "";
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said += line + "\n";
            if (line.Contains(text, StringComparison.Ordinal))
                return said;
        }
        throw new InvalidOperationException(
            $"it ended without '{text}': {said}{await process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <returns>The exit code, and all it wrote to standard error.</returns>
    public async Task<(int Code, string Error)> Ended()
    {
        using var patience = Patience.Limit();
        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, error);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        using var patience = Patience.Limit();
        await process.WaitForExitAsync(patience.Token);
        process.Dispose();
    }
}
