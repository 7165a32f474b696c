using System.Diagnostics;
using System.Globalization;
using Actors.Testing;

namespace Actors.Interop.Tests.Lab;

/// <summary>A program and the processes it has started: what one of them still holds, such as a port, the next program
/// cannot have.</summary>
internal static class ProcessTree
{
    /// <summary>Ends it without a word, and returns when all of it has ended.</summary>
    public static void End(Process root)
    {
        var tree = Of(root.Id);
        if (!root.HasExited)
            root.Kill(entireProcessTree: true);
        root.WaitForExit();
        End(tree[1..]); // also who has got another parent meanwhile
    }

    public static void End(IReadOnlyList<int> processes)
    {
        foreach (var id in processes)
            Kill(id);
        if (!SpinWait.SpinUntil(() => processes.All(HasEnded), Patience.Max))
            throw new TimeoutException($"Processes do not end: {string.Join(' ', processes)}");
    }

    /// <returns>The process, its children and theirs.</returns>
    private static List<int> Of(int root)
    {
        var found = new List<int> { root };
        for (var at = 0; at < found.Count; at++)
            found.AddRange(Read($"/proc/{found[at]}/task/{found[at]}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture)));
        return found;
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException) // it has ended by itself
        {
        }
    }

    /// <summary>One that nobody has asked for its end yet holds nothing any more.</summary>
    private static bool HasEnded(int id)
    {
        var stat = Read($"/proc/{id}/stat");
        return stat.Length == 0 || stat[stat.LastIndexOf(')')..] is [_, _, 'Z' or 'X', ..];
    }

    /// <returns>Nothing where there is no such process any more.</returns>
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
