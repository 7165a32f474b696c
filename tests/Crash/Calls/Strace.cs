namespace Actors.Crash.Calls;

/// <summary>Arguments of strace.</summary>
public static class Strace
{
    /// <summary>Bytes of a call's data to show: a page of the database with its frame, and more.</summary>
    private const int BytesShown = 16_384;

    /// <summary>Only the calls named stop the server; all others run at full speed. A signal to be injected gets lost
    /// with it.</summary>
    private const string OnlyNamed = "--seccomp-bpf";

    private static readonly string[] Common = ["-f", "-qq", "-e", "signal=none"];

    /// <summary>Writes down every write, fsync and answer.</summary>
    public static string[] Watch(string log) =>
    [
        .. Common, OnlyNamed, "-y", "-s", $"{BytesShown}", "-o", log,
        "-e", "trace=write,pwrite64,pwritev,writev,fsync,fdatasync,sendto,sendmsg,mkdir,mkdirat",
    ];

    /// <summary>Kills the server as it enters such a call for the Nth time on one of its threads.</summary>
    public static string[] Kill(string call, int nth) => Inject(call, $"signal=SIGKILL:when={nth}");

    /// <summary>Lets such calls fail, from the first to the last given of each thread.</summary>
    public static string[] Fail(string call, string error, int first, int last) =>
        [OnlyNamed, .. Inject(call, $"error={error}:when={first}..{last}")];

    /// <summary>Kernel calls that make data durable; SQLite's and .NET's choice of them is theirs.</summary>
    public const string Sync = "fsync,fdatasync";

    private static string[] Inject(string call, string what) =>
        [.. Common, "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:{what}"];
}
