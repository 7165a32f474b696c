using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Actors.Benchmarks.SmtpClient;

/// <summary>This client into Postfix' smtp-sink, beside Postfix' own smtp-source into the same, taking turns in one
/// run. Medians; the ratio is what counts.</summary>
internal static class BesideRun
{
    private const int Sessions = 20;

    public static async Task Run(int messages, int rounds)
    {
        using var sink = Start(out var port);
        try
        {
            await Compare("a connection a message", 1, port, messages, rounds);
            await Compare("one connection a session", 100_000, port, messages, rounds);
        }
        finally
        {
            sink.Kill();
        }
    }

    private static async Task Compare(string name, int perConnection, int port, int messages, int rounds)
    {
        var (theirs, ours, bytes) = (new List<double>(), new List<double>(), 0L);
        for (var round = -1; round < rounds; round++) // the first warms up
        {
            var source = await Rate(messages, () => Source(messages, perConnection > 1, port));
            var before = GC.GetTotalAllocatedBytes(true);
            var client = await Rate(messages, () => Load.Send(port, Sessions, perConnection, messages));
            if (round < 0)
                continue;
            bytes = (GC.GetTotalAllocatedBytes(true) - before) / messages;
            theirs.Add(source);
            ours.Add(client);
        }
        var (median, other) = (Median(ours), Median(theirs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: client {median:F0}/s, smtp-source {other:F0}/s, ratio {median / other:F2}, {bytes} B a message"));
    }

    private static async Task<double> Rate(int messages, Func<Task> run)
    {
        var clock = Stopwatch.GetTimestamp();
        await run();
        return messages / Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static async Task Source(int messages, bool keeps, int port)
    {
        string[] keep = keeps ? ["-d"] : [];
        using var source = Process.Start("smtp-source",
        [
            .. keep, "-s", $"{Sessions}", "-m", $"{messages}", "-l", "2048", "-f", "sender@bench.test",
            "-t", "recipient@sink.test", $"127.0.0.1:{port}",
        ]);
        await source.WaitForExitAsync();
        if (source.ExitCode != 0)
            throw new InvalidOperationException($"smtp-source ended with {source.ExitCode}");
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
