using System.IO.Pipelines;
using System.Security.Authentication;

namespace Actors.Smtp.Server;

/// <summary>Tells clients over the limit so, instead of a greeting (RFC 5321 §3.8).</summary>
/// <remarks>In clear that costs a packet. With implicit TLS it costs a handshake, which is dear for the server and
/// cheap for a flood: few are made at once and few a second, and whoever comes beyond them is closed without a
/// word.</remarks>
internal sealed class Refusals(SmtpServer server)
{
    /// <summary>Clients whose handshake is waited for at once.</summary>
    public const int AtOnceMax = 8;

    /// <summary>Handshakes a second: about a hundredth of a core.</summary>
    public const int PerSecondMax = 10;

    /// <summary>For the handshake and the reply.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly Lock counting = new();
    private int underWay;
    private int thisSecond;

    /// <summary>Called about once a second.</summary>
    public void Tick()
    {
        lock (counting)
            thisSecond = 0;
    }

    /// <summary>Never throws. The transport is left to the caller.</summary>
    public async Task TellAsync(IDuplexPipe transport, ReadOnlyMemory<byte> reply)
    {
        try
        {
            if (server.Options.Security != SmtpSecurity.ImplicitTls)
                await transport.Output.WriteAsync(reply);
            else if (TryBegin())
                await TellInTlsAsync(transport, reply);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or AuthenticationException)
        {
            // The client hung up before it was refused, or speaks no TLS.
        }
        catch (Exception fault)
        {
            server.LogFault(fault);
        }
    }

    private async Task TellInTlsAsync(IDuplexPipe transport, ReadOnlyMemory<byte> reply)
    {
        try
        {
            using var limit = new CancellationTokenSource(Timeout, server.Time);
            await using var tls = await server.Options.Tls!.AcceptAsync(transport, limit.Token);
            await tls.Output.WriteAsync(reply, limit.Token);
        }
        finally
        {
            lock (counting)
                underWay--;
        }
    }

    private bool TryBegin()
    {
        lock (counting)
        {
            if (underWay >= AtOnceMax || thisSecond >= PerSecondMax)
                return false;
            underWay++;
            thisSecond++;
            return true;
        }
    }
}
