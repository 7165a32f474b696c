using System.Diagnostics;
using System.Globalization;
using Actors.Storage;

namespace Actors.Benchmarks.Storage;

/// <summary>What a run took: wall clock, processor time of the process and of the writer alone, latencies.</summary>
internal sealed class Measures(int messages, Store store)
{
    private const double TicksPerSecond = 100; // USER_HZ of /proc

    private static readonly double[] Shares = [0.5, 0.99, 0.999, 1.0];

    private readonly long[] accepts = new long[messages];
    private readonly long[] outcomes = new long[messages];
    private readonly long commitsBefore = store.Commits;
    private readonly TimeSpan processBefore = Environment.CpuUsage.TotalTime;
    private readonly TimeSpan userBefore = Environment.CpuUsage.UserTime;
    private readonly double writerBefore = WriterSeconds();
    private readonly long allocatedBefore = GC.GetTotalAllocatedBytes();
    private readonly long started = Stopwatch.GetTimestamp();
    private string text = "";

    public void Accepted(int number, long since) => accepts[number] = Stopwatch.GetTimestamp() - since;

    public void Ended(int number, long since) => outcomes[number] = Stopwatch.GetTimestamp() - since;

    public Measures Stop()
    {
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var cpu = (Environment.CpuUsage.TotalTime - processBefore).TotalMicroseconds / messages;
        var user = (Environment.CpuUsage.UserTime - userBefore).TotalMicroseconds / messages;
        var writer = (WriterSeconds() - writerBefore) * 1e6 / messages;
        var commits = store.Commits - commitsBefore;
        var allocated = (GC.GetTotalAllocatedBytes() - allocatedBefore) / (double)messages;
        text = $"""
            {messages / seconds:0} messages/s (accept and outcome)
            {commits / seconds:0} commits/s, {2.0 * messages / commits:0.0} writes a commit
            CPU a message: {cpu:0} µs of the process ({user:0} user), {writer:0} µs of the writer
            allocated a message: {allocated:0} bytes
            accept  {Latencies(accepts)}
            outcome {Latencies(outcomes)}
            """;
        return this;
    }

    public override string ToString() => text;

    private static string Latencies(long[] ticks)
    {
        Array.Sort(ticks);
        return string.Join(", ", Shares.Select(p =>
        {
            var at = Math.Min(ticks.Length - 1, (int)(p * ticks.Length));
            return $"{p * 100:0.#} % {Stopwatch.GetElapsedTime(0, ticks[at]).TotalMilliseconds:0.00} ms";
        }));
    }

    /// <summary>User and system time of the thread named "storage writer".</summary>
    private static double WriterSeconds()
    {
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            var stat = File.ReadAllText(Path.Combine(task, "stat"));
            if (!stat.Contains("(storage writer)", StringComparison.Ordinal))
                continue;
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[11..13].Sum(f => double.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond;
        }

        return 0;
    }
}
