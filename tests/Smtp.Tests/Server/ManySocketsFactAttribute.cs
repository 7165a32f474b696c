using System.Globalization;

namespace Actors.Smtp.Tests.Server;

/// <summary>A fact with thousands of sockets; skipped, and saying so, where a process may not have that many.</summary>
public sealed class ManySocketsFactAttribute : FactAttribute
{
    private const string Limits = "/proc/self/limits";

    public ManySocketsFactAttribute(int sockets)
    {
        var line = File.Exists(Limits)
            ? File.ReadLines(Limits).First(each => each.StartsWith("Max open files", StringComparison.Ordinal))
            : "";
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries); // Max open files SOFT HARD files
        if (words.Length > 4 && int.TryParse(words[4], NumberStyles.None, CultureInfo.InvariantCulture, out var hard)
            && hard < sockets + 500)
            Skip = $"needs {sockets + 500} open files, and 'ulimit -Hn' says {hard}";
    }
}
