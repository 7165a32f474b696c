using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks.Postfix;

/// <summary>Takes turns between ours and Postfix' own in one run, and prints the medians; the ratio is what
/// counts.</summary>
internal static class Rounds
{
    /// <param name="name">What is compared.</param>
    /// <param name="messages">A round of either.</param>
    /// <param name="rounds">That count; one before them warms up.</param>
    /// <param name="theirs">Name and way of Postfix' own.</param>
    /// <param name="ours">Name and way of what is measured; its allocations are this process'.</param>
    public static async Task Compare(
        string name, int messages, int rounds, (string Name, Func<Task> Run) theirs, (string Name, Func<Task> Run) ours)
    {
        var (others, own, bytes) = (new List<double>(), new List<double>(), 0L);
        for (var round = -1; round < rounds; round++)
        {
            var other = await Rate(messages, theirs.Run);
            var before = GC.GetTotalAllocatedBytes(true);
            var rate = await Rate(messages, ours.Run);
            if (round < 0)
                continue;
            bytes = (GC.GetTotalAllocatedBytes(true) - before) / messages;
            others.Add(other);
            own.Add(rate);
        }

        var (median, reference) = (Median(own), Median(others));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {ours.Name} {median:F0}/s, {theirs.Name} {reference:F0}/s, "
            + $"ratio {median / reference:F2}, {bytes} B a message"));
    }

    private static async Task<double> Rate(int messages, Func<Task> run)
    {
        var clock = Stopwatch.GetTimestamp();
        await run();
        return messages / Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
