using System.Diagnostics;

namespace Actors.Benchmarks.Postfix;

/// <summary>Postfix' smtp-source: sends messages of 2 kB over plain TCP on loopback.</summary>
internal static class SmtpSource
{
    public const int Sessions = 20;

    /// <param name="port">Of the server on 127.0.0.1.</param>
    /// <param name="messages">How many, over all sessions.</param>
    /// <param name="keeps">Whether a session keeps its connection for all its messages.</param>
    public static async Task Send(int port, int messages, bool keeps)
    {
        string[] keep = keeps ? ["-d"] : [];
        using var source = Process.Start("smtp-source",
        [
            .. keep, "-s", $"{Sessions}", "-m", $"{messages}", "-l", "2048", "-f", "sender@bench.test",
            "-t", "recipient@sink.test", "-M", "client.example", $"127.0.0.1:{port}",
        ]);
        await source.WaitForExitAsync();
        if (source.ExitCode != 0)
            throw new InvalidOperationException($"smtp-source ended with {source.ExitCode}");
    }
}
