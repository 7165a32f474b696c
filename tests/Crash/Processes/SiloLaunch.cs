using System.Diagnostics;

namespace Actors.Crash.Processes;

/// <summary>How one life of the server is started.</summary>
/// <param name="Data">Its data folder.</param>
/// <param name="Life">Its name in EHLO: every copy that a receiver gets tells which process sent it.</param>
public sealed record SiloLaunch(string Data, string Life)
{
    /// <summary>Arguments of strace, under which the server then runs; empty for none.</summary>
    public IReadOnlyList<string> Strace { get; init; } = [];

    /// <summary>Options beside those that every proof has, by their names without the prefix.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    private const string Prefix = "ACTORS_";

    /// <summary>Connections at a time to one receiver, and with it the most duplicates that a kill can leave.</summary>
    public const int ConnectionsPerSite = 20;

    public ProcessStartInfo StartInfo()
    {
        string[] command = [.. Strace.Count > 0 ? ["strace", .. Strace] : Array.Empty<string>(), "dotnet", Program()];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(IsOption).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in Options().Concat(More.Select(one => (one.Key, one.Value))))
            start.Environment[Prefix + name] = value;
        return start;
    }

    private static bool IsOption(string variable) => variable.StartsWith(Prefix, StringComparison.Ordinal);

    private IEnumerable<(string Name, string Value)> Options() =>
    [
        ("DATA", Data),
        ("HOST_NAME", Life),
        ("LOG_LEVEL", "warning"),
        ("DRAIN_SECONDS", "200"), // a stop that is asked for lets every dialogue end, however slow the machine is
        ("HTTP_LISTEN", "127.0.0.1:0"),
        ("HTTP_REQUESTS_PER_SECOND", "1000000"),
        ("SUBMISSION_LISTEN", "127.0.0.1:0"),
        ("SUBMISSION_LISTEN_TLS", "127.0.0.1:0"),
        ("INBOUND_LISTEN", "127.0.0.1:0"),
        ("DELIVERY_ALLOWED_NETWORKS", "127.0.0.0/8"),
        ("DELIVERY_DNS_SERVERS", "127.0.0.1:9"), // nobody answers: what is looked for stays unknown
        ("DOMAINS_ZONE", "zone.crash.test"),
        ("DELIVERY_CONNECTIONS_PER_SITE_MAX", $"{ConnectionsPerSite}"),
    ];

    /// <summary>The server as built beside this program, in the same configuration.</summary>
    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, "Silo", here.Name, "Actors.Silo.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("The server has to be built first.", path);
    }
}
