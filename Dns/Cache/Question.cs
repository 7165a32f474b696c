using Actors.Dns.Messages;

namespace Actors.Dns.Cache;

internal readonly record struct Question(DnsName Name, RecordType Type);
