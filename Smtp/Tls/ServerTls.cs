using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;

namespace Actors.Smtp.Tls;

/// <summary>The server's side of TLS: TLS 1.2 and 1.3 only (RFC 8996), no renegotiation, no client
/// certificates.</summary>
/// <param name="certificate">The certificate for the name the client asked for (SNI; null when it named none). Called
/// at every handshake, so that a renewed certificate is used at once.</param>
public sealed class ServerTls(Func<string?, SslStreamCertificateContext> certificate)
{
    public ServerTls(SslStreamCertificateContext certificate)
        : this(_ => certificate)
    {
    }

    /// <summary>Does the handshake on <paramref name="transport"/>, whose next byte must be the client's
    /// first.</summary>
    /// <exception cref="AuthenticationException">No common version or cipher, or a broken handshake.</exception>
    /// <exception cref="IOException">The peer hung up or did not speak TLS.</exception>
    internal async Task<TlsPipe> AcceptAsync(IDuplexPipe transport, CancellationToken cancellation)
    {
        var stream = new SslStream(new DuplexPipeStream(transport), leaveInnerStreamOpen: true);
        try
        {
            await stream.AuthenticateAsServerAsync(Options, state: this, cancellation);
            return new TlsPipe(stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static ValueTask<SslServerAuthenticationOptions> Options(
        SslStream stream, SslClientHelloInfo hello, object? state, CancellationToken cancellation) =>
        new(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = ((ServerTls)state!).Certificate(hello.ServerName),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
        });

    private SslStreamCertificateContext Certificate(string? name) =>
        certificate(string.IsNullOrEmpty(name) ? null : name);
}
