using Microsoft.AspNetCore.Connections;

namespace Actors.Smtp.Server;

/// <summary>Binds a server to a Kestrel endpoint:
/// <c>kestrel.Listen(address, port, listen => listen.UseSmtp(server))</c>.</summary>
public static class SmtpConnectionBuilderExtensions
{
    /// <remarks>Kestrel gives the socket and nothing else: no HTTPS on the endpoint, TLS is the server's.</remarks>
    public static IConnectionBuilder UseSmtp(this IConnectionBuilder endpoint, SmtpServer server)
    {
        var handler = new SmtpConnectionHandler(server);
        return endpoint.Run(handler.OnConnectedAsync);
    }
}
