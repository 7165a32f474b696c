using Actors.Dns.Messages;
using Actors.Dns.Zones;

namespace Actors.Dns.Updates;

/// <summary>What a name shall have of one type from now on.</summary>
/// <param name="Records">All of this name and type; empty for none.</param>
public sealed record RecordSetChange(DnsName Name, RecordType Type, IReadOnlyList<ZoneRecord> Records);
