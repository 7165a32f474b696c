using System.Diagnostics;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A fact of the lab that needs judges of signatures, of SPF and of DMARC, too.</summary>
public sealed class JourneyFactAttribute : DkimFactAttribute
{
    /// <summary>Debian's own Python, for which its packages are.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly bool HasCheckers = File.Exists(Python) && KnowsCheckers();

    public JourneyFactAttribute()
    {
        if (!HasCheckers)
            Skip ??= "needs Python's modules spf and authheaders";
        if (Find("saslpasswd2") is null)
            Skip ??= "needs the program saslpasswd2 on PATH";
    }

    private static bool KnowsCheckers()
    {
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import spf, authheaders"])
        {
            RedirectStandardError = true,
        })!;
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}
