using Actors.Benchmarks.Postfix;

namespace Actors.SmtpServerBenchmark;

/// <summary>Postfix' smtp-source into this server, beside the same into Postfix' own smtp-sink.</summary>
internal static class BesideRun
{
    public static async Task RunAsync(int port, int messages, int rounds)
    {
        using var sink = SmtpSink.Start();
        await Compare("a connection a message", keeps: false);
        await Compare("one connection a session", keeps: true);

        Task Compare(string name, bool keeps) => Rounds.Compare(
            name, messages, rounds,
            ("smtp-sink", () => SmtpSource.Send(sink.Port, messages, keeps)),
            ("server", () => SmtpSource.Send(port, messages, keeps)));
    }
}
