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

    [Option(OptionKind.File, "PEM file with the certificate of SMTP submission and its chain. Empty: a self-signed "
        + "one, made at first start and kept in the data folder.")]
    public string Certificate { get; init; } = "";

    [Option(OptionKind.File, "PEM file with the certificate's private key. Empty: it is in the certificate's file.")]
    public string CertificateKey { get; init; } = "";

    [Option(OptionKind.Number, "Largest message in bytes, over SMTP and HTTP.", Min = 65_536, Max = 1_073_741_824)]
    public int MessageBytesMax { get; init; } = 25 * 1024 * 1024;

    [Option(OptionKind.Number, "SMTP connections at a time, of all clients together.", Min = 1, Max = 1_000_000)]
    public int ConnectionsMax { get; init; } = 10_000;

    [Option(OptionKind.Number, "SMTP connections at a time of one client address.", Min = 1, Max = 1_000_000)]
    public int ConnectionsPerAddressMax { get; init; } = 100;
}
