using System.Threading.Channels;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>Listens to a dialogue, so that a test knows where the client is.</summary>
internal sealed class Ear : ITranscript
{
    private readonly Channel<bool> stalls = Channel.CreateUnbounded<bool>();

    public List<string> Lines { get; } = [];

    /// <summary>Called on the client's own path before a line goes out.</summary>
    public Action<string> OnSent { get; init; } = _ => { };

    public void Sent(SmtpEndpoint endpoint, string line)
    {
        Lines.Add("C: " + line);
        OnSent(line);
    }

    public void Received(SmtpEndpoint endpoint, string line)
    {
        Lines.Add("S: " + line);
        if (line == FakeServer.StallLine)
            stalls.Writer.TryWrite(true);
    }

    /// <summary>Completes when the client has begun to read an answer that will not end.</summary>
    public async Task Stall() => await stalls.Reader.ReadAsync().Soon();
}
