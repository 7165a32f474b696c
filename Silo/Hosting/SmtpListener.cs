using System.Net;
using Actors.Smtp.Server;
using Microsoft.AspNetCore.Connections;

namespace Actors.Silo.Hosting;

/// <summary>One SMTP endpoint: accepts connections and gives them to its server until it is stopped.</summary>
/// <remarks>On Kestrel's sockets, but not within Kestrel, so that it is bound, drained and closed at its own
/// time.</remarks>
public sealed class SmtpListener(IConnectionListenerFactory sockets, SmtpServer server, ILogger<SmtpListener> log)
    : IAsyncDisposable
{
    private readonly SmtpConnectionHandler handler = new(server);
    private IConnectionListener? listener;
    private Task accepting = Task.CompletedTask;

    /// <returns>The endpoint it is bound to, its port known.</returns>
    /// <exception cref="IOException">The address is in use, or not one of this machine.</exception>
    public async Task<IPEndPoint> Start(IPEndPoint endPoint, CancellationToken cancellation)
    {
        listener = await sockets.BindAsync(endPoint, cancellation);
        accepting = Accept(listener);
        return (IPEndPoint)listener.EndPoint;
    }

    /// <summary>Takes no further connections, and lets messages under way end.</summary>
    /// <param name="limit">When cancelled, what is still open is cut off.</param>
    public async Task Drain(CancellationToken limit)
    {
        if (listener is null)
            return;
        await listener.UnbindAsync(CancellationToken.None);
        await accepting;
        await server.DrainAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (listener is not null)
            await listener.DisposeAsync();
        server.Dispose();
    }

    private async Task Accept(IConnectionListener from)
    {
        while (true)
        {
            try
            {
                if (await from.AcceptAsync() is not { } connection)
                    return;
                _ = Serve(connection);
            }
            catch (Exception fault)
            {
                log.LogError(fault, "a connection on {EndPoint} could not be accepted", from.EndPoint);
            }
        }
    }

    private async Task Serve(ConnectionContext connection)
    {
        await using (connection)
            await handler.OnConnectedAsync(connection);
    }
}
