namespace Actors.Dns.Answers;

/// <summary>An answer and how long it may be used, before the resolver's own limits.</summary>
/// <param name="Octets">Size of the responses it was read from.</param>
internal sealed record KeptAnswer(DnsAnswer Answer, TimeSpan Ttl, int Octets = 0);
