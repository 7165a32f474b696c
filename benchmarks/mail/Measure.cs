using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks.Mail;

/// <param name="Name">With the size of what it works on.</param>
internal sealed record Measure(string Name, Action Work)
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(800);

    public static void Print(IReadOnlyList<Measure> measures)
    {
        var rates = measures.ToDictionary(measure => measure, _ => new List<(double Rate, long Octets)>());
        foreach (var measure in measures)
            measure.Run(WarmUp);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var measure in measures)
                rates[measure].Add(measure.Run(Round));
        }

        foreach (var measure in measures)
        {
            var median = rates[measure].OrderBy(one => one.Rate).ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{measure.Name,-40} {median.Rate,12:N0}/s {1e6 / median.Rate,9:F2} us {median.Octets,9:N0} bytes"));
        }
    }

    private (double Rate, long Octets) Run(TimeSpan atLeast)
    {
        const int Batch = 16;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var count = 0;
        do
        {
            for (var i = 0; i < Batch; i++)
                Work();
            count += Batch;
        }
        while (watch.Elapsed < atLeast);
        var rate = count / watch.Elapsed.TotalSeconds;
        return (rate, (GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }
}
