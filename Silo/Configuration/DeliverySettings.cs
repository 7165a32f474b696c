namespace Actors.Silo.Configuration;

/// <summary>How mail leaves.</summary>
public sealed record DeliverySettings
{
    [Option(OptionKind.Number, "Connections to receiving servers at a time, over all destinations.",
        Min = 1, Max = 100_000)]
    public int ConnectionsMax { get; init; } = 500;

    [Option(OptionKind.Number, "Connections at a time to one destination.", Min = 1, Max = 10_000)]
    public int ConnectionsPerSiteMax { get; init; } = 20;

    [Option(OptionKind.Address, "IP address of this machine that deliveries leave from. Empty: the system's choice.")]
    public string SourceAddress { get; init; } = "";

    [Option(OptionKind.Proxy, "Proxy that deliveries go through, such as socks5://user:password@192.0.2.1:1080: schemes "
        + "socks4, socks4a, socks5, socks5h and http (the method CONNECT); with socks4a and socks5h it looks names up "
        + "itself. Better in the file or the environment than on the command line, where others see the password. "
        + "Empty: none.")]
    public string Proxy { get; init; } = "";

    [Option(OptionKind.Networks, "Private and loopback networks that may be delivered to all the same, in CIDR form "
        + "and separated by commas. Empty: none.")]
    public string AllowedNetworks { get; init; } = "";

    [Option(OptionKind.Servers, "Recursive DNS servers, separated by commas, each an IP address with or without port. "
        + "Empty: those of the system.")]
    public string DnsServers { get; init; } = "";

    [Option(OptionKind.FeedbackSender, "How receivers that count complaints know this platform: the last part of "
        + "Feedback-ID in every message, 5 to 15 letters, digits, hyphens, underscores and dots. Never change it.")]
    public string FeedbackSender { get; init; } = "actors";

    [Option(OptionKind.DomainOrNone, "Domain of the return paths: MAIL FROM becomes an address there that names the "
        + "message and cannot be forged. Its MX has to lead to who reads the bounces, and its SPF record to name this "
        + "server; senders whose domain it is not part of then pass DMARC by DKIM alone. The keys are in the file "
        + "return-path-keys of the data folder: keep a copy. Empty: MAIL FROM stays the sender's.")]
    public string ReturnPathDomain { get; init; } = "";
}
