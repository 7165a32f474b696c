using Actors.Smtp.Tls;

namespace Actors.Smtp.Server;

/// <summary>One listener's rules and limits. Read when the server is made; later changes have no effect.</summary>
public sealed class SmtpServerOptions
{
    /// <summary>The name in the greeting and the answer to EHLO: a host name or address literal, printable
    /// ASCII.</summary>
    public string HostName { get; set; } = "localhost";

    /// <summary>Default: STARTTLS.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Certificate and protocol. Needed unless <see cref="Security"/> is none.</summary>
    public ServerTls? Tls { get; set; }

    /// <summary>MAIL is refused in clear: 530 5.7.0 Must issue a STARTTLS command first. Default false.</summary>
    public bool RequiresTls { get; set; }

    /// <summary>AUTH is offered. Default true.</summary>
    public bool OffersAuthentication { get; set; } = true;

    /// <summary>AUTH in clear is refused: 538 5.7.11. Default true; false only for tests and closed networks.</summary>
    public bool AuthenticationNeedsTls { get; set; } = true;

    /// <summary>Recipients need AUTH, unless the receiver trusts the peer. Default true; false for inbound mail, where
    /// the receiver decides about every recipient.</summary>
    public bool RecipientsNeedAuthentication { get; set; } = true;

    /// <summary>DSN is offered (RFC 3461): RET, ENVID, NOTIFY and ORCPT are taken, and the receiver answers for what
    /// they ask. Default false.</summary>
    public bool OffersDsn { get; set; }

    /// <summary>Bytes of a message, CRLFs counted, dot-stuffing not (RFC 1870). Default 25 MiB; 64 KiB (RFC 5321
    /// §4.5.3.1.7) to 1 GiB.</summary>
    public long MessageBytesMax { get; set; } = 25 * 1024 * 1024;

    /// <summary>Bytes of a line of a message, CRLF included. Default 1,000 (RFC 5321 §4.5.3.1.6), as servers that the
    /// message goes on to refuse longer ones. 0: no limit; otherwise at least 1,000.</summary>
    public int TextLineBytesMax { get; set; } = 1_000;

    /// <summary>Recipients of one message; further ones get 452 4.5.3, and the client sends them in a next transaction
    /// (RFC 5321 §4.5.3.1.10). Default 1,000; 500 to 50,000.</summary>
    public int RecipientsMax { get; set; } = 1_000;

    /// <summary>Refused commands since the last message that was taken, before 421 4.7.0. Default 20; 1 to 10,000.
    /// Recipients that the receiver refuses to a client that may relay do not count: an address list has dead
    /// addresses.</summary>
    public int ErrorsMax { get; set; } = 20;

    /// <summary>Commands that bring no message nearer (NOOP, RSET, VRFY, HELP, EHLO, a repeated MAIL) since the last
    /// message, before 421 4.7.0. Default 100; 10 to 100,000.</summary>
    public int IdleCommandsMax { get; set; } = 100;

    /// <summary>Wrong credentials in a session before 421 4.7.0. Default 3; 1 to 100.</summary>
    public int AuthenticationFailuresMax { get; set; } = 3;

    /// <summary>For one whole command, or for the next bytes of a message. Default 5 minutes (RFC 5321 §4.5.3.2.7);
    /// 1 second to 1 hour.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>From MAIL to the final dot. Default 1 hour; 1 minute to 1 day.</summary>
    public TimeSpan TransactionTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>From connecting to a login, where recipients need one. Default 5 minutes; 10 seconds to 1
    /// hour.</summary>
    public TimeSpan LoginTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>For a session in all, whatever the client does; it ends between two messages, with 421 4.3.2. Default
    /// 24 hours; 1 minute to 7 days.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>For the TLS handshake. Default 30 seconds; 1 second to 5 minutes.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes a second that a message must bring on average, after a first <see cref="IdleTimeout"/> free of
    /// it: a client that sends a byte a minute is cut off. Default 256; 0 (no minimum) to 1 MiB.</summary>
    public int ContentBytesPerSecondMin { get; set; } = 256;

    /// <summary>Open connections; further ones get 421 4.7.0, with implicit TLS up to ten a second, and are closed.
    /// Default 10,000; 1 to 1,000,000.</summary>
    public int ConnectionsMax { get; set; } = 10_000;

    /// <summary>Open connections of one IPv4 address or one IPv6 /64; further ones get 421 4.7.0. Default 100; 1 to
    /// 1,000,000.</summary>
    public int ConnectionsPerAddressMax { get; set; } = 100;
}
