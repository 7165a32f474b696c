using Actors.Silo.Commands;

namespace Actors.Silo.Tests.Harness;

/// <summary>The program, called as from a shell.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    public static async Task<ProgramRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run(arguments, output, error);
        return new ProgramRun(code, output.ToString(), error.ToString());
    }
}
