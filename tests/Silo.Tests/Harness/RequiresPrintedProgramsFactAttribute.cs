using System.Diagnostics;

namespace Actors.Silo.Tests.Harness;

/// <summary>Skipped where the programs that the first start's lines name are missing.</summary>
public sealed class RequiresPrintedProgramsFactAttribute : FactAttribute
{
    public RequiresPrintedProgramsFactAttribute()
    {
        if (!Runs("bash", "--version"))
            Skip = "needs the program bash on PATH";
        else if (!Runs("curl", "--version"))
            Skip = "needs the program curl on PATH";
        else if (!Runs("swaks", "--version"))
            Skip = "needs the program swaks on PATH";
        else if (!Runs("perl", "-MNet::SSLeay", "-e", "1"))
            Skip = "needs Perl's Net::SSLeay, the TLS of swaks";
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
