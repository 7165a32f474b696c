namespace Actors.Grains.SmtpAccounts;

/// <summary>The SMTP server of an own account. Without secrets.</summary>
/// <param name="Host">A name as A-labels, or an IP address.</param>
/// <param name="User">What to log in as; null for no AUTH, an explicit choice.</param>
/// <param name="VerifiesCertificate">Whether the certificate has to be trusted and name the host; false is an explicit
/// choice.</param>
/// <param name="Proxy">Null to connect directly.</param>
[GenerateSerializer, Immutable, Alias("own-server")]
public sealed record OwnServer(
    string Host, int Port, AccountSecurity Security, string? User, bool VerifiesCertificate, OwnProxy? Proxy)
{
    /// <summary>The password goes in the clear: an explicit choice, and only with
    /// <see cref="AccountSecurity.None"/>.</summary>
    [Id(0)] public bool AllowsClearPassword { get; init; }
}

/// <summary>How an own server is talked to. Stored as the number.</summary>
public enum AccountSecurity
{
    /// <summary>TLS from the first octet, port 465 (RFC 8314 §3.3).</summary>
    Ssl = 0,

    /// <summary>STARTTLS, without which nothing is sent; port 587 or 25 (RFC 3207).</summary>
    StartTls = 1,

    /// <summary>In the clear: an explicit choice.</summary>
    None = 2,
}

/// <param name="Address">Of the proxy itself.</param>
/// <param name="User">Null where it asks for no login.</param>
[GenerateSerializer, Immutable, Alias("own-proxy")]
public sealed record OwnProxy(OwnProxyKind Kind, string Address, int Port, string? User);

/// <summary>What the proxy speaks. Stored as the number.</summary>
public enum OwnProxyKind
{
    Socks4 = 0,

    /// <summary>RFC 1928.</summary>
    Socks5 = 1,

    /// <summary>The method CONNECT of HTTP.</summary>
    Http = 2,
}
