using System.Security.Cryptography.X509Certificates;

namespace Actors.Smtp.Client;

/// <summary>
/// Patience and bounds of the client. The time-outs are the minima of RFC 5321 §4.5.3.2: shorter ones lose mail at
/// slow receivers, longer ones only hold a connection. Each is 1 s to <see cref="DialogueMax"/>; checked by <see
/// cref="Validate"/>.
/// </summary>
public sealed record SmtpClientOptions
{
    /// <summary>For TCP to connect to one address. Default 30 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the greeting after connecting. Default 5 min.</summary>
    public TimeSpan GreetingTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the reply to EHLO, HELO, STARTTLS, AUTH and RSET. Default 5 min.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the TLS handshake. Default 1 min.</summary>
    public TimeSpan TlsTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For the reply to MAIL FROM. Default 5 min.</summary>
    public TimeSpan MailTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the reply to each RCPT TO. Default 5 min.</summary>
    public TimeSpan RcptTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the reply to DATA. Default 2 min.</summary>
    public TimeSpan DataTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For the network to take one block of content. Default 3 min.</summary>
    public TimeSpan BlockTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For the reply to the final dot. Default 10 min.</summary>
    /// <remarks>Too short a time makes duplicates: the receiver has the message and we try again.</remarks>
    public TimeSpan FinalDotTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For the farewell after QUIT, off the message's path. Default 5 s.</summary>
    public TimeSpan QuitTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For all of one attempt, however many hosts are tried. 1 s to 24 h, default 60 min.</summary>
    public TimeSpan DialogueMax { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>
    /// How long an idle connection is kept for the next message. 0 to 5 min, 0 keeps none, default 10 s.
    /// </summary>
    public TimeSpan IdleMax { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Transactions on one connection. 1 to 100,000, default 100.</summary>
    public int MessagesPerConnectionMax { get; init; } = 100;

    /// <summary>
    /// Age at which a connection takes no further message: receivers tire of long ones, and a new one sees new
    /// addresses. 1 s to 24 h, default 5 min.
    /// </summary>
    public TimeSpan ConnectionAgeMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Idle connections with equal endpoints. 0 to 10,000, default 20.</summary>
    public int IdlePerEndpointMax { get; init; } = 20;

    /// <summary>Idle connections in all. 0 to 100,000, default 1,000.</summary>
    public int IdleTotalMax { get; init; } = 1000;

    /// <summary>
    /// Roots to trust instead of the system's, for a receiver with a certificate authority of its own. Default null.
    /// </summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>Recipients in one transaction; more is a fault of the caller.</summary>
    public const int RecipientsMax = 1000;

    /// <exception cref="ArgumentException">A value is outside its range; the message names all of them.</exception>
    public void Validate()
    {
        var wrong = new List<string>();
        Check(DialogueMax.TotalSeconds is >= 1 and <= 86_400, "DialogueMax: 1 s to 24 h");
        foreach (var (value, name) in Timeouts())
            Check(value >= TimeSpan.FromSeconds(1) && value <= DialogueMax, $"{name}: 1 s to DialogueMax");
        Check(IdleMax >= TimeSpan.Zero && IdleMax <= TimeSpan.FromMinutes(5), "IdleMax: 0 to 5 min");
        Check(ConnectionAgeMax.TotalSeconds is >= 1 and <= 86_400, "ConnectionAgeMax: 1 s to 24 h");
        Check(MessagesPerConnectionMax is >= 1 and <= 100_000, "MessagesPerConnectionMax: 1 to 100,000");
        Check(IdlePerEndpointMax is >= 0 and <= 10_000, "IdlePerEndpointMax: 0 to 10,000");
        Check(IdleTotalMax is >= 0 and <= 100_000, "IdleTotalMax: 0 to 100,000");
        if (wrong.Count > 0)
            throw new ArgumentException("SMTP client options out of range. " + string.Join("; ", wrong) + ".");

        void Check(bool fine, string rule)
        {
            if (!fine)
                wrong.Add(rule);
        }
    }

    private IEnumerable<(TimeSpan, string)> Timeouts() =>
    [
        (ConnectTimeout, nameof(ConnectTimeout)), (GreetingTimeout, nameof(GreetingTimeout)),
        (CommandTimeout, nameof(CommandTimeout)), (TlsTimeout, nameof(TlsTimeout)), (MailTimeout, nameof(MailTimeout)),
        (RcptTimeout, nameof(RcptTimeout)), (DataTimeout, nameof(DataTimeout)), (BlockTimeout, nameof(BlockTimeout)),
        (FinalDotTimeout, nameof(FinalDotTimeout)), (QuitTimeout, nameof(QuitTimeout)),
    ];
}
