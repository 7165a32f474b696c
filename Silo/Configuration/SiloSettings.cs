namespace Actors.Silo.Configuration;

/// <summary>Everything that can be set from outside, in one tree.</summary>
public sealed record SiloSettings
{
    /// <summary>Folder of the database, contents, certificates and keys. Created. Default: <c>data</c>.</summary>
    public string Data { get; init; } = "data";

    /// <summary>The name this server gives itself in greetings, EHLO and trace headers. In production the name its IP
    /// address resolves back to. Default: <c>localhost</c>.</summary>
    public string HostName { get; init; } = "localhost";

    public HttpSettings Http { get; init; } = new();

    public SubmissionSettings Submission { get; init; } = new();

    public DeliverySettings Delivery { get; init; } = new();

    /// <summary>How long stopping waits for dialogues under way, in seconds. 0 to 600. Default: 30.</summary>
    public int DrainSeconds { get; init; } = 30;

    /// <summary>Days that ended messages and their events are kept. 1 to 3,650. Default: 30.</summary>
    public int RetentionDays { get; init; } = 30;
}

public sealed record HttpSettings
{
    /// <summary>Address and port of the HTTP API. Port 0: any free one. Default: <c>127.0.0.1:8080</c>.</summary>
    public string Listen { get; init; } = "127.0.0.1:8080";
}

public sealed record SubmissionSettings
{
    /// <summary>SMTP submission with STARTTLS (RFC 6409; 587 in production). Empty: none. Default:
    /// <c>127.0.0.1:2587</c>.</summary>
    public string Listen { get; init; } = "127.0.0.1:2587";

    /// <summary>SMTP submission with implicit TLS (RFC 8314; 465 in production). Empty: none. Default:
    /// <c>127.0.0.1:2465</c>.</summary>
    public string ListenTls { get; init; } = "127.0.0.1:2465";

    /// <summary>PEM file with certificate chain; empty for the self-signed one made at first start.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>PEM file with the certificate's private key.</summary>
    public string CertificateKey { get; init; } = "";

    /// <summary>Largest message, in bytes. 65,536 to 1,073,741,824. Default: 26,214,400 (25 MiB).</summary>
    public int MessageBytesMax { get; init; } = 25 * 1024 * 1024;

    /// <summary>Connections at a time, of all clients together. 1 to 1,000,000. Default: 10,000.</summary>
    public int ConnectionsMax { get; init; } = 10_000;

    /// <summary>Connections at a time of one client address. 1 to 1,000,000. Default: 100.</summary>
    public int ConnectionsPerAddressMax { get; init; } = 100;
}

public sealed record DeliverySettings
{
    /// <summary>Connections at a time, over all destinations. 1 to 100,000. Default: 500.</summary>
    public int ConnectionsMax { get; init; } = 500;

    /// <summary>Connections at a time to one destination. 1 to 10,000. Default: 20.</summary>
    public int ConnectionsPerSiteMax { get; init; } = 20;

    /// <summary>Local IP address that deliveries leave from; empty for the system's choice.</summary>
    public string SourceAddress { get; init; } = "";

    /// <summary>Private and loopback networks that may be delivered to all the same, in CIDR form and separated by
    /// commas. Default: none.</summary>
    public string AllowedNetworks { get; init; } = "";

    /// <summary>Recursive DNS servers, address and port, separated by commas; empty for those of the system.</summary>
    public string DnsServers { get; init; } = "";
}
