namespace Actors.Silo.Configuration;

/// <summary>What applications hand mail in through.</summary>
public sealed record SubmissionSettings
{
    [Option(OptionKind.EndPointOrNone, "Address and port of SMTP submission with STARTTLS (RFC 6409; port 587 in "
        + "production). Port 0: any free one. Empty: none.")]
    public string Listen { get; init; } = "127.0.0.1:2587";

    [Option(OptionKind.EndPointOrNone, "Address and port of SMTP submission with implicit TLS (RFC 8314; port 465 in "
        + "production). Port 0: any free one. Empty: none.")]
    public string ListenTls { get; init; } = "127.0.0.1:2465";

    [Option(OptionKind.File, "PEM file with the certificate of SMTP submission and its chain, the server's certificate "
        + "first. A replaced file is used within a second, without a restart. Empty: a self-signed one, "
        + "made at first start and kept in the data folder.")]
    public string Certificate { get; init; } = "";

    [Option(OptionKind.File, "PEM file with the certificate's private key. Empty: it is in the certificate's file.")]
    public string CertificateKey { get; init; } = "";

    [Option(OptionKind.Number, "Largest message in bytes, over SMTP and HTTP.", Min = 65_536, Max = 1_073_741_824)]
    public int MessageBytesMax { get; init; } = 25 * 1024 * 1024;

    [Option(OptionKind.Number, "SMTP connections at a time, of all clients together.", Min = 1, Max = 1_000_000)]
    public int ConnectionsMax { get; init; } = 10_000;

    [Option(OptionKind.Number, "SMTP connections at a time of one client address.", Min = 1, Max = 1_000_000)]
    public int ConnectionsPerAddressMax { get; init; } = 100;

    [Option(OptionKind.Number, "SMTP connections at a time of one SMTP account, from whatever addresses.",
        Min = 1, Max = 1_000_000)]
    public int ConnectionsPerAccountMax { get; init; } = 100;

    [Option(OptionKind.Number, "Recipients of one message over SMTP; a client sends to more in further transactions.",
        Min = 500, Max = Grains.Submissions.SubmissionLimits.RecipientsMax)]
    public int RecipientsMax { get; init; } = Grains.Submissions.SubmissionLimits.RecipientsMax;

    [Option(OptionKind.Number, "Failed logins of one network (an IPv4 address or an IPv6 /64), and of one login, "
        + "before further attempts have to wait: 10 seconds first, twice as long each time, at most 15 minutes. "
        + "Forgotten after an hour without failures.", Min = 1, Max = 1_000)]
    public int FailedLoginsFree { get; init; } = 10;

    [Option(OptionKind.Number, "How long a client may take to log in, in seconds.", Min = 10, Max = 3_600)]
    public int LoginSeconds { get; init; } = 300;

    [Option(OptionKind.Number, "How long a client may be silent, in seconds. RFC 5321 asks for at least 300.",
        Min = 1, Max = 3_600)]
    public int IdleSeconds { get; init; } = 300;

    [Option(OptionKind.Number, "How long a client may take for one message, in seconds.", Min = 60, Max = 86_400)]
    public int TransactionSeconds { get; init; } = 3_600;

    [Option(OptionKind.Number, "How long a connection may last in all, in seconds; it is closed between two messages.",
        Min = 60, Max = 604_800)]
    public int SessionSeconds { get; init; } = 86_400;
}
