// DKIM signatures a second on one thread, RSA-2048, messages of 2 kB, canonicalising and hashing included, beside what
// "openssl speed rsa2048" signs on the same machine; the two take turns, and the medians count. Both count by CPU time.
// Usage: dotnet run -c Release --project benchmarks/dkim [seconds a turn, default 3] [rounds, default 5]
using System.Globalization;
using Actors.Benchmarks.Dkim;

var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
using var signing = new SigningRun();
signing.Measure(TimeSpan.FromSeconds(seconds)); // warm: the runtime compiles what is hot

var ours = new List<double>();
var theirs = new List<double>();
for (var round = 0; round < rounds; round++)
{
    theirs.Add(OpenSslSpeed.SignsPerSecond(seconds));
    var (rate, bytes) = signing.Measure(TimeSpan.FromSeconds(seconds));
    ours.Add(rate);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"openssl {theirs[^1],6:F0}/s   signed {rate,6:F0} messages/s   {bytes} bytes allocated a message"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"median   openssl {Median(theirs):F0}/s, signed {Median(ours):F0} messages/s: "
    + $"{100 * Median(ours) / Median(theirs):F1} %"));
signing.MeasureForms(TimeSpan.FromSeconds(1));

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return sorted[sorted.Length / 2];
}
