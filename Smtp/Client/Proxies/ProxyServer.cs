using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Actors.Smtp.Client.Proxies;

/// <summary>A proxy to connect through. It is trusted with the connection's octets, as any router is.</summary>
public sealed record ProxyServer(ProxyKind Kind, IPEndPoint EndPoint)
{
    /// <summary>Null when it asks for none.</summary>
    public ProxyCredentials? Credentials { get; init; }

    /// <summary>
    /// The proxy looks the receiver's name up. Default no: the address that was looked up and checked here is the one
    /// that is connected to.
    /// </summary>
    public bool Resolves { get; init; }

    /// <summary>
    /// Reads <c>scheme://[user:password@]address:port</c>. Schemes as curl has them: socks4, socks4a (resolves),
    /// socks5, socks5h (resolves), http. The address is an IP address; user and password may be percent-encoded.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ProxyServer? proxy)
    {
        proxy = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || KindOf(uri.Scheme) is not { } kind
            || !IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address)
            || uri.Port <= 0 || !text.TrimEnd('/').EndsWith($":{uri.Port}", StringComparison.Ordinal)
            || uri.AbsolutePath.Trim('/').Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return false;
        proxy = new ProxyServer(kind, new IPEndPoint(address, uri.Port))
        {
            Resolves = uri.Scheme is "socks4a" or "socks5h",
        };
        if (uri.UserInfo.Length == 0)
            return true;
        if (!TryReadUser(uri.UserInfo, out var credentials))
            return false;
        proxy = proxy with { Credentials = credentials };
        return true;
    }

    private static ProxyKind? KindOf(string scheme) => scheme switch
    {
        "socks4" or "socks4a" => ProxyKind.Socks4,
        "socks5" or "socks5h" => ProxyKind.Socks5,
        "http" => ProxyKind.HttpConnect,
        _ => null,
    };

    private static bool TryReadUser(string text, [NotNullWhen(true)] out ProxyCredentials? credentials)
    {
        credentials = null;
        var parts = text.Split(':');
        if (parts.Length != 2)
            return false;
        try
        {
            credentials = new(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
