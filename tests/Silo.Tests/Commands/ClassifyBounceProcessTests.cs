using System.Diagnostics;
using Actors.Silo.Commands;
using Actors.Testing;

namespace Actors.Silo.Tests.Commands;

/// <summary>The command as a process of a shell, whose streams may be closed or go away.</summary>
public sealed class ClassifyBounceProcessTests
{
    [RequiresProgramFact("bash")]
    public async Task a_closed_input_ends_it_with_an_error() =>
        (await Shell("<&-")).ShouldBe((1, "", "Standard input is closed: there is nothing to read.\n"));

    [RequiresProgramFact("bash")]
    public async Task a_closed_output_ends_it_with_an_error() => (await Shell(">&- <<< '550 no'")).ShouldBe(
        (1, "", "Standard output is closed: there is nowhere to write to.\n"));

    /// <summary>The input never ends: it has to notice that nobody reads.</summary>
    [RequiresProgramFact("bash")]
    public async Task it_ends_with_an_error_when_nobody_reads_its_output_any_more()
    {
        var (code, output, error) = await Shell("< <(yes '550 5.1.1 no such user') > >(head -n 1)");
        code.ShouldBe(1);
        output.ShouldStartWith("Invalid recipient\t");
        error.ShouldStartWith("It was not done, or not all of it: ");
    }

    [RequiresProgramFact("bash")]
    public async Task a_file_and_a_pipe_get_the_same_answers()
    {
        var (_, piped, _) = await Shell("<<< '550 5.1.1 no such user'");
        piped.ShouldStartWith("Invalid recipient\thard\t");
        var file = Path.GetTempFileName();
        await Shell($"<<< '550 5.1.1 no such user' >> {file}");
        await Shell($"<<< '550 5.1.1 no such user' >> {file}");
        (await File.ReadAllTextAsync(file)).ShouldBe(piped + piped);
        File.Delete(file);
    }

    private static async Task<(int Code, string Output, string Error)> Shell(string redirections)
    {
        var program = typeof(CommandLine).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("bash")
        {
            ArgumentList = { "-c", $"exec dotnet '{program}' classify-bounce {redirections}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = Patience.Limit();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
