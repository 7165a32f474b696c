using System.Globalization;

namespace Actors.Silo.Doctor;

/// <summary>Whether the process may open as many sockets and files as its settings let it need.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>The database, logs, assemblies, DNS.</summary>
    private const int Others = 1_000;

    public static Finding Look(Patient patient)
    {
        var needed = (2L * patient.Settings.Submission.ConnectionsMax)
            + patient.Settings.Delivery.ConnectionsMax + Others; // two listeners
        return Allowed() switch
        {
            null => Finding.Ok("open files", "no limit is known"),
            var allowed when allowed < needed => Finding.Warn(
                "open files", $"at most {allowed}, and the connections allowed come to {needed}",
                $"Raise it (ulimit -n {needed}, LimitNOFILE={needed} in a systemd unit) or allow fewer connections."),
            var allowed => Finding.Ok("open files", $"at most {allowed}, enough for {needed}"),
        };
    }

    /// <returns>Null where there is no limit, or no way to ask.</returns>
    private static long? Allowed()
    {
        if (!File.Exists(Limits) || File.ReadLines(Limits).FirstOrDefault(IsIt) is not { } line)
            return null;
        var soft = line[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var allowed) ? allowed : null;

        static bool IsIt(string line) => line.StartsWith(Line, StringComparison.Ordinal);
    }
}
