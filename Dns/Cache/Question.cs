using Actors.Dns.Messages;

namespace Actors.Dns.Cache;

internal readonly record struct Question(DnsName Name, RecordType Type);

/// <summary>Clients with the same question ask each for themselves: one must not wait behind what the other has piled
/// up.</summary>
internal readonly record struct ClientQuestion(Question Question, string Client);
