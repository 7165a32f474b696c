namespace Actors.Smtp.Server;

/// <summary>How a listener does TLS.</summary>
public enum SmtpSecurity
{
    /// <summary>In clear, STARTTLS not offered: loopback and trusted networks only.</summary>
    None,

    /// <summary>In clear until the client says STARTTLS (RFC 3207): ports 587 and 25.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314): port 465.</summary>
    ImplicitTls,
}
