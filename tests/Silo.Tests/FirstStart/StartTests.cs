using System.Diagnostics;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.FirstStart;

/// <summary>The program as a process, from start to signal.</summary>
public sealed class StartTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_term_signal_ends_it_in_order_and_with_0()
    {
        using var program = Start();
        await Said(program, "v1/sandbox/messages");
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync(Patience.Token);
        program.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task a_second_one_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        using var first = Start();
        await Said(first, "v1/sandbox/messages");
        using var second = Start();
        var error = await second.StandardError.ReadToEndAsync(Patience.Token);
        await second.WaitForExitAsync(Patience.Token);
        second.ExitCode.ShouldBe(2);
        error.ShouldContain("this process alone");
        first.HasExited.ShouldBeFalse();
        first.Kill();
    }

    [Fact]
    public async Task secrets_are_shown_at_the_first_start_only()
    {
        using (var first = Start())
        {
            await Said(first, "v1/sandbox/messages");
            first.Kill();
            await first.WaitForExitAsync(Patience.Token);
        }
        using var second = Start();
        (await Said(second, "./run doctor")).ShouldNotContain("ak_");
        second.Kill();
    }

    private static CancellationTokenSource Patience => new(TimeSpan.FromMinutes(1));

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet",
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

    /// <returns>All it said up to the line that holds the text.</returns>
    private static async Task<string> Said(Process program, string text)
    {
        var said = "";
        while (await program.StandardOutput.ReadLineAsync(Patience.Token) is { } line)
        {
            said += line + "\n";
            if (line.Contains(text, StringComparison.Ordinal))
                return said;
        }
        throw new InvalidOperationException(
            $"it ended without '{text}': {said}{await program.StandardError.ReadToEndAsync()}");
    }
}
