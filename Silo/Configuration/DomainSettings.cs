namespace Actors.Silo.Configuration;

/// <summary>Customers' domains, and the zone of the platform's that their records point into.</summary>
public sealed record DomainSettings
{
    [Option(OptionKind.DomainOrNone, "Zone that this platform keeps for customers' records: their keys, the hosts of "
        + "their return paths, its SPF policy. Without one no domain can be registered. 'GET /v1/admin/zone' writes it "
        + "as a zone file. Empty: none.")]
    public string Zone { get; init; } = "";

    [Option(OptionKind.DomainOrNone, "A second domain of the platform's, which does not bear its name, for customers "
        + "whose mail leaves white-label. Empty: none.")]
    public string WhiteLabel { get; init; } = "";

    [Option(OptionKind.HostNames, "Name servers of the zone, the primary first, separated by commas. Empty: the "
        + "server's own name.")]
    public string NameServers { get; init; } = "";

    [Option(OptionKind.Networks, "Networks that mail leaves from, in CIDR form and separated by commas: what the SPF "
        + "policy of the zone names. Single addresses become addresses of the server's name where that is in the zone. "
        + "Empty: the addresses of the server's name.")]
    public string SendingNetworks { get; init; } = "";

    [Option(OptionKind.EmailAddress, "Where DMARC reports about customers' domains are to go, where they do not say "
        + "otherwise. Empty: nowhere.")]
    public string DmarcReports { get; init; } = "";

    [Option(OptionKind.File, "The list of public suffixes. Empty: /usr/share/publicsuffix/public_suffix_list.dat where "
        + "it is there, else a short table.")]
    public string PublicSuffixes { get; init; } = "";

    [Option(OptionKind.EndPointOrNone, "Primary name server that takes updates of the zone (RFC 2136). Empty: nobody "
        + "is told, and the zone is exported by hand.")]
    public string UpdateServer { get; init; } = "";

    [Option(OptionKind.File, "File with the key that signs updates (TSIG, hmac-sha256), as 'keymgr -t' and "
        + "'tsig-keygen' write it.")]
    public string UpdateKey { get; init; } = "";
}
