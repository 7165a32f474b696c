namespace Actors.Mail.Replies;

/// <summary>Why there was no reply to classify.</summary>
public enum ConnectionFault
{
    /// <summary>The domain does not exist (NXDOMAIN).</summary>
    NoSuchDomain,

    /// <summary>The domain says that it takes no mail (RFC 7505).</summary>
    NullMx,

    /// <summary>The domain has neither MX nor address records.</summary>
    NoMailServer,

    /// <summary>Name servers failed or did not answer (SERVFAIL).</summary>
    NameServerFailed,

    Unreachable,

    Refused,

    TimedOut,

    /// <summary>No encryption that the policy asks for.</summary>
    TlsFailed,

    /// <summary>The server spoke no SMTP.</summary>
    ProtocolBroken,

    /// <summary>The server broke the connection.</summary>
    ConnectionLost,

    /// <summary>The server is one that we log in to, and it did not let us: wrong credentials, or no way to send
    /// them.</summary>
    LoginFailed,
}
