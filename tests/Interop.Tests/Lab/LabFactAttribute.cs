using System.Globalization;
using Actors.Testing;

namespace Actors.Interop.Tests.Lab;

/// <summary>A fact that needs the lab: a network of its own with a real name server and a real mail server.</summary>
public class LabFactAttribute : RequiresProgramFactAttribute
{
    /// <summary>CAP_SYS_ADMIN, which root of a container often lacks: its bit in the set of capabilities.</summary>
    private const int AdministersSystem = 21;

    private static readonly bool MayMakeNetworks = HasCapability(AdministersSystem);

    public LabFactAttribute()
        : base("ip", "nsd", "openssl", "postfix", "python3")
    {
        Root = true;
        if (!MayMakeNetworks)
            Skip ??= "needs the right to make network namespaces (CAP_SYS_ADMIN)";
    }

    private static bool HasCapability(int bit)
    {
        const string Line = "CapEff:";
        if (!OperatingSystem.IsLinux())
            return false;
        var effective = File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith(Line, StringComparison.Ordinal))[Line.Length..];
        var set = ulong.Parse(effective.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (set >> bit & 1) == 1;
    }
}
