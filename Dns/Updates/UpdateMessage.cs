using Actors.Dns.Messages;
using Actors.Dns.Zones;

namespace Actors.Dns.Updates;

/// <summary>A request to change a zone (RFC 2136 §2): every record set named is replaced whole.</summary>
internal static class UpdateMessage
{
    private const int OpcodeUpdate = 5 << 11;
    private const int ClassIn = 1;
    private const int ClassAny = 255;

    /// <returns>Without signature.</returns>
    public static byte[] Write(ushort id, DnsName zone, IReadOnlyList<RecordSetChange> changes)
    {
        var writer = new OctetWriter().UInt16(id).UInt16(OpcodeUpdate)
            .UInt16(1).UInt16(0).UInt16(changes.Sum(change => 1 + change.Records.Count)).UInt16(0)
            .Bytes(zone.Wire).UInt16((int)RecordType.Soa).UInt16(ClassIn);
        foreach (var change in changes)
        {
            // RFC 2136 §2.5.2: delete the record set, then §2.5.1: add what it is to have.
            writer.Bytes(change.Name.Wire).UInt16((int)change.Type).UInt16(ClassAny).UInt32(0).UInt16(0);
            foreach (var record in change.Records)
                Add(writer, record);
        }
        return writer.ToArray();
    }

    private static void Add(OctetWriter writer, ZoneRecord record)
    {
        var data = record.Octets();
        writer.Bytes(record.Name.Wire).UInt16((int)record.Data.Type).UInt16(ClassIn)
            .UInt32((uint)record.TtlSeconds).UInt16(data.Length).Bytes(data);
    }
}
