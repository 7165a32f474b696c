namespace Actors.Dns.MailExchange;

/// <summary>The kinds of address that mail can be sent to from here.</summary>
public enum AddressFamilies
{
    Both,

    /// <summary>No AAAA record is asked for as long as there is an A record.</summary>
    IPv4Only,

    /// <summary>No A record is asked for as long as there is an AAAA record.</summary>
    IPv6Only,
}
