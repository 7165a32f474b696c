using System.Diagnostics;

namespace Actors.Interop.Tests.Lab;

/// <summary>A fact of the lab that needs the three verifiers of DKIM signatures, too.</summary>
public class DkimFactAttribute : LabFactAttribute
{
    private static readonly bool HasPerlModule = Find("perl") is not null && KnowsMailDkim();

    public DkimFactAttribute()
    {
        foreach (var program in (string[])["dkimverify", "opendkim-testmsg", "perl", "openssl"])
            if (Find(program) is null)
                Skip ??= $"needs the program {program} on PATH";
        if (!HasPerlModule)
            Skip ??= "needs Perl's module Mail::DKIM";
    }

    private static bool KnowsMailDkim()
    {
        using var perl = Process.Start(new ProcessStartInfo("perl", ["-MMail::DKIM::Verifier", "-e", "1"])
        {
            RedirectStandardError = true,
        })!;
        perl.WaitForExit();
        return perl.ExitCode == 0;
    }
}
