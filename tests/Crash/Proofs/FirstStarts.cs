using Actors.Crash.Calls;
using Actors.Crash.Processes;

namespace Actors.Crash.Proofs;

/// <summary>Kills the first start, on an empty folder, at a system call; the next start has to make it whole.</summary>
public static class FirstStarts
{
    /// <returns>Whether the kill came before the server listened, and the server's complaint if it does not start
    /// again.</returns>
    public static async Task<(bool Killed, string? Complaint)> Run(string call, int point)
    {
        var folder = Directory.CreateTempSubdirectory("actors-crash-");
        try
        {
            var launch = new SiloLaunch(Path.Combine(folder.FullName, "data"), "first.crash.test");
            await using var first = SiloProcess.Start(launch with { Strace = Strace.Kill(call, point) });
            var killed = await first.Announced() is null;
            await first.DisposeAsync();
            await using var second = SiloProcess.Start(launch);
            return (killed, await second.Announced() is null ? second.Errors : null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
