using System.Net;

namespace Actors.Dns.MailExchange;

/// <summary>One host that receives mail for a domain.</summary>
/// <param name="Name">As the MX record names it, lower case, without final dot: also the name for TLS.</param>
/// <param name="Preference">Of the MX record, lower first; 0 for an implicit MX.</param>
/// <param name="Addresses">At least one, in the order to try.</param>
public sealed record MailHost(string Name, int Preference, IReadOnlyList<IPAddress> Addresses);
