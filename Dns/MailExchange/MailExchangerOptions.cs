namespace Actors.Dns.MailExchange;

/// <summary>How receivers are chosen.</summary>
public sealed record MailExchangerOptions
{
    /// <summary>
    /// Names under which this system itself receives mail. An exchange with such a name, and all that are not more
    /// preferred than it, are left out, else mail could go round in a loop (RFC 5321 §5.1). Default none.
    /// </summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>To which addresses this system can connect. Default both.</summary>
    public AddressFamilies Families { get; init; } = AddressFamilies.Both;

    /// <summary>Whether a host's IPv6 addresses come before its IPv4 addresses. Default off.</summary>
    /// <remarks>Large receivers demand more of senders on IPv6 (PTR, SPF), so IPv4 is the safer first choice.</remarks>
    public bool IPv6First { get; init; }
}
