namespace Actors.Dns.Answers;

/// <summary>An answer and how long it may be used, before the resolver's own limits.</summary>
internal sealed record KeptAnswer(DnsAnswer Answer, TimeSpan Ttl);
