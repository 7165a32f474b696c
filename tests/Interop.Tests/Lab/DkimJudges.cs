using System.Globalization;

namespace Actors.Interop.Tests.Lab;

/// <summary>Three verifiers that are not ours, which look keys up in the lab's DNS: dkimverify's library, OpenDKIM's
/// opendkim-testmsg, and Perl's Mail::DKIM.</summary>
internal static class DkimJudges
{
    public static IReadOnlyList<string> Names { get; } = ["dkimpy", "opendkim", "perl"];

    /// <returns>For each judge what it said of each message, in their order: "pass", "fail", or a fault of its
    /// own.</returns>
    public static async Task<IReadOnlyDictionary<string, string[]>> Ask(
        NetworkNamespace network, IReadOnlyList<byte[]> messages)
    {
        var folder = Directory.CreateTempSubdirectory(network.Name + "-dkim-");
        try
        {
            for (var i = 0; i < messages.Count; i++)
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, FileName(i)), messages[i]);
            var resolver = Path.Combine(folder.FullName, "resolv.conf");
            await File.WriteAllTextAsync(resolver, $"nameserver {Addresses.NameServer}\n");
            await Programs.Run(network.Inside(
                "bash", Path.Combine(AppContext.BaseDirectory, "Dkim", "judge.sh"), folder.FullName, resolver));
            return Names.ToDictionary(judge => judge, judge => Verdicts(folder.FullName, judge, messages.Count));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Verdicts(string folder, string judge, int count)
    {
        var verdicts = File.ReadLines(Path.Combine(folder, judge + ".txt"))
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);
        return [.. Enumerable.Range(0, count).Select(i => verdicts[FileName(i)])];
    }

    private static string FileName(int number) => number.ToString("D4", CultureInfo.InvariantCulture) + ".eml";
}
