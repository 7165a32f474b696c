using System.Diagnostics;

namespace Actors.Interop.Tests.Lab;

/// <summary>Runs programs to their end.</summary>
internal static class Programs
{
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task<string> Run(ProcessStartInfo start, byte[]? input = null)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input ?? []);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        var command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {await errors}");
    }

    public static Task<string> Run(string program, params string[] arguments) =>
        Run(new ProcessStartInfo(program, arguments));
}
