namespace Actors.Smtp.Client;

/// <summary>How far a connection must be protected before anything of a message is sent (RFC 3207, RFC 8314).</summary>
public enum TlsPolicy
{
    /// <summary>
    /// STARTTLS when offered, with whatever certificate; in the clear otherwise. The rule between mail servers.
    /// </summary>
    Opportunistic,

    /// <summary>TLS or nothing, with whatever certificate: protects against listeners, not against impostors.</summary>
    Required,

    /// <summary>TLS with a certificate that is trusted and names the host, or nothing.</summary>
    Verified,

    /// <summary>Never STARTTLS. With implicit TLS the certificate is not looked at.</summary>
    None,
}
