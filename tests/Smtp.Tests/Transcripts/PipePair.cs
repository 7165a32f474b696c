using System.IO.Pipelines;

namespace Actors.Smtp.Tests.Transcripts;

/// <summary>Two ends of a connection in memory.</summary>
/// <remarks>The server's side runs on the thread that sends to it: when a flush of the client returns, the server has
/// dealt with those bytes as far as it could without waiting for somebody else.</remarks>
public sealed class PipePair
{
    public PipePair()
    {
        var toServer = new Pipe(new(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        var toClient = new Pipe(new(useSynchronizationContext: false));
        Client = new End(toClient.Reader, toServer.Writer);
        Server = new End(toServer.Reader, toClient.Writer);
    }

    public IDuplexPipe Client { get; }

    public IDuplexPipe Server { get; }

    /// <summary>What happens to both ends when a side resets the connection.</summary>
    public void Reset()
    {
        Server.Input.CancelPendingRead();
        Client.Output.Complete(new IOException("The connection was reset."));
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
