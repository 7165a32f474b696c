using Actors.Smtp.Tls;

namespace Actors.Smtp.Server;

/// <summary>What is known about a client. Made anew when TLS begins: nothing said in clear survives (RFC 3207
/// §4.2).</summary>
public sealed class SmtpSession
{
    public required SmtpPeer Peer { get; init; }

    /// <summary>Null while the connection is in clear.</summary>
    public TlsParameters? Tls { get; init; }

    /// <summary>The peer may submit without authentication, because of where it connects from.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Whoever the receiver said this is, when it admitted or authenticated the client. Null: nobody
    /// yet.</summary>
    public object? Identity { get; internal set; }

    /// <summary>The name the client authenticated with. Null when it has not.</summary>
    public string? Login { get; internal set; }

    /// <summary>The argument of EHLO or HELO: printable ASCII, unverified. Null before either.</summary>
    public string? HeloName { get; internal set; }

    /// <summary>EHLO was used, so that extensions may be.</summary>
    public bool IsExtended { get; internal set; }

    /// <summary>Recipients may be named: authenticated, or trusted for the network it comes from.</summary>
    public bool MayRelay => IsTrusted || Login is not null;
}
