using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Actors.SmtpServerBenchmark;

/// <summary>Postfix' smtp-source into this server, beside the same into Postfix' own smtp-sink, taking turns in one
/// run. Medians; the ratio is what counts.</summary>
internal static class BesideRun
{
    private const int Sessions = 20;

    public static async Task RunAsync(int port, int messages, int rounds)
    {
        using var sink = Start(out var sinkPort);
        try
        {
            foreach (var keeps in new[] { false, true })
                await CompareAsync(keeps, port, sinkPort, messages, rounds);
        }
        finally
        {
            sink.Kill();
        }
    }

    private static async Task CompareAsync(bool keeps, int port, int sinkPort, int messages, int rounds)
    {
        var (theirs, ours, bytes) = (new List<double>(), new List<double>(), 0L);
        for (var round = -1; round < rounds; round++) // the first warms up
        {
            var other = await RateAsync(messages, keeps, sinkPort);
            var before = GC.GetTotalAllocatedBytes(true);
            var own = await RateAsync(messages, keeps, port);
            if (round < 0)
                continue;
            bytes = (GC.GetTotalAllocatedBytes(true) - before) / messages;
            theirs.Add(other);
            ours.Add(own);
        }
        var (median, reference) = (Median(ours), Median(theirs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(keeps ? "one connection a session" : "a connection a message")}: server {median:F0}/s, "
            + $"smtp-sink {reference:F0}/s, ratio {median / reference:F2}, {bytes} B a message"));
    }

    private static async Task<double> RateAsync(int messages, bool keeps, int port)
    {
        string[] keep = keeps ? ["-d"] : [];
        var clock = Stopwatch.GetTimestamp();
        using var source = Process.Start("smtp-source",
        [
            .. keep, "-s", $"{Sessions}", "-m", $"{messages}", "-l", "2048", "-f", "sender@bench.test",
            "-t", "recipient@sink.test", "-M", "client.example", $"127.0.0.1:{port}",
        ]);
        await source.WaitForExitAsync();
        return source.ExitCode == 0
            ? messages / Stopwatch.GetElapsedTime(clock).TotalSeconds
            : throw new InvalidOperationException($"smtp-source ended with {source.ExitCode}");
    }

    private static Process Start(out int port)
    {
        using (var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            port = ((IPEndPoint)probe.LocalEndPoint!).Port;
        }
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        var sink = Process.Start("smtp-sink", [.. user, $"127.0.0.1:{port}", "1000"]);
        while (!sink.HasExited)
        {
            try
            {
                using var probe = new TcpClient("127.0.0.1", port);
                return sink;
            }
            catch (SocketException)
            {
                Thread.Yield();
            }
        }
        throw new InvalidOperationException($"smtp-sink ended with {sink.ExitCode}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
