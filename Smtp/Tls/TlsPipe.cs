using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;

namespace Actors.Smtp.Tls;

/// <summary>The clear side of a TLS connection as pipes.</summary>
internal sealed class TlsPipe : IDuplexPipe, IAsyncDisposable
{
    /// <summary>Bytes read at a time: a whole TLS record (RFC 8446 §5.1). Rented only when something has arrived, so
    /// that an idle connection holds no buffer.</summary>
    private const int ReadBytes = 16 * 1024;

    private readonly SslStream stream;

    public TlsPipe(SslStream stream)
    {
        this.stream = stream;
        Input = PipeReader.Create(stream, new(bufferSize: ReadBytes, leaveOpen: true, useZeroByteReads: true));
        Output = PipeWriter.Create(stream, new(leaveOpen: true));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public TlsParameters Parameters => new(stream.SslProtocol, stream.NegotiatedCipherSuite);

    /// <summary>Sends what is still buffered and the closing alert, when the connection still takes them.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Input.CompleteAsync();
            await Output.CompleteAsync();
            await stream.ShutdownAsync();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or OperationCanceledException
            or AuthenticationException)
        {
            // The peer is gone: there is nobody to say goodbye to.
        }
        await stream.DisposeAsync();
    }
}
