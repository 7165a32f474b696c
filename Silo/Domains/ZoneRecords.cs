using System.Globalization;
using System.Net;
using Actors.Dns.Messages;
using Actors.Dns.Updates;
using Actors.Dns.Zones;
using Actors.Grains.Domains;

namespace Actors.Silo.Domains;

/// <summary>The platform's records as DNS has them.</summary>
internal static class ZoneRecords
{
    /// <summary>Short: keys and hosts change while customers wait.</summary>
    private const int TtlSeconds = 300;

    public static ZoneRecord Of(ZoneEntry entry) =>
        new(DnsName.Parse(entry.Name), TtlSeconds, DataOf(entry.Type, entry.Value));

    public static RecordSetChange Change(ZoneSet set) => new(
        DnsName.Parse(set.Name), Enum.Parse<RecordType>(set.Type, ignoreCase: true), [.. set.Entries.Select(Of)]);

    private static ZoneData DataOf(string type, string value) => type switch
    {
        "TXT" => new ZoneData.Txt(value),
        "CNAME" => new ZoneData.Alias(DnsName.Parse(value)),
        "NS" => new ZoneData.NameServer(DnsName.Parse(value)),
        "A" or "AAAA" => new ZoneData.Address(IPAddress.Parse(value)),
        "MX" when value.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 => new ZoneData.Mx(
            ushort.Parse(value[..space], CultureInfo.InvariantCulture), DnsName.Parse(value[(space + 1)..])),
        _ => throw new ArgumentException($"There is no way to write a record of type {type}.", nameof(type)),
    };
}
