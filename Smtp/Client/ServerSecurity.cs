namespace Actors.Smtp.Client;

/// <summary>How a server that settings name is talked to, as mail programs call it.</summary>
public enum ServerSecurity
{
    /// <summary>TLS from the first octet, usually on port 465 (RFC 8314 §3.3).</summary>
    Ssl,

    /// <summary>STARTTLS, without which nothing is sent; usually on port 587 or 25 (RFC 3207).</summary>
    StartTls,

    /// <summary>In the clear, even where the server offers TLS.</summary>
    None,
}
