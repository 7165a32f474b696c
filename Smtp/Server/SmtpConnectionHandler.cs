using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Actors.Smtp.Server;

/// <summary>Gives Kestrel's connections to an <see cref="SmtpServer"/>.</summary>
public sealed class SmtpConnectionHandler(SmtpServer server) : ConnectionHandler
{
    private static readonly IPEndPoint Nowhere = new(IPAddress.None, 0);

    public override Task OnConnectedAsync(ConnectionContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var peer = new SmtpPeer(
            connection.RemoteEndPoint as IPEndPoint ?? Nowhere, connection.LocalEndPoint as IPEndPoint ?? Nowhere);
        return server.ServeAsync(connection.Transport, peer, connection.Abort);
    }
}
