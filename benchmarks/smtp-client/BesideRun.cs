using Actors.Benchmarks.Postfix;

namespace Actors.Benchmarks.SmtpClient;

/// <summary>This client into Postfix' smtp-sink, beside Postfix' own smtp-source into the same.</summary>
internal static class BesideRun
{
    private const int Endless = 100_000;

    public static async Task Run(int messages, int rounds)
    {
        using var sink = SmtpSink.Start();
        await Compare("a connection a message", 1);
        await Compare("one connection a session", Endless);

        Task Compare(string name, int perConnection) => Rounds.Compare(
            name, messages, rounds,
            ("smtp-source", () => SmtpSource.Send(sink.Port, messages, perConnection > 1)),
            ("client", () => Load.Send(sink.Port, SmtpSource.Sessions, perConnection, messages)));
    }
}
