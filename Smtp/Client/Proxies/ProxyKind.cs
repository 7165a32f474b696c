namespace Actors.Smtp.Client.Proxies;

/// <summary>What a proxy speaks.</summary>
public enum ProxyKind
{
    /// <summary>IPv4 only. Given a name instead of an address it is what is called SOCKS4a.</summary>
    Socks4,

    /// <summary>RFC 1928, with a user name and password after RFC 1929.</summary>
    Socks5,

    /// <summary>The method CONNECT of HTTP (RFC 9110 §9.3.6), with Basic authentication (RFC 7617).</summary>
    HttpConnect,
}
