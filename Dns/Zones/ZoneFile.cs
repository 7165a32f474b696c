using System.Globalization;
using System.Text;
using Actors.Dns.Messages;

namespace Actors.Dns.Zones;

/// <summary>A whole zone as the text that name servers load (RFC 1035 §5): every name absolute.</summary>
public static class ZoneFile
{
    private const int SoaTtlSeconds = 3600;
    private const int RefreshSeconds = 3600;
    private const int RetrySeconds = 600;
    private const int ExpireSeconds = 14 * 24 * 3600;

    /// <summary>How long resolvers may keep that a name does not exist: short, because new names appear.</summary>
    private const int NegativeTtlSeconds = 300;

    /// <param name="zone">Its apex.</param>
    /// <param name="primary">The first name server.</param>
    /// <param name="serial">Grows from one version to the next (RFC 1982).</param>
    /// <param name="records">All but the SOA, NS of the apex included.</param>
    public static string Write(DnsName zone, DnsName primary, uint serial, IEnumerable<ZoneRecord> records)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentNullException.ThrowIfNull(records);
        var apex = ZoneRecord.Absolute(zone);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{apex} {SoaTtlSeconds} IN SOA {ZoneRecord.Absolute(primary)} hostmaster.{apex} "
            + $"({serial} {RefreshSeconds} {RetrySeconds} {ExpireSeconds} {NegativeTtlSeconds})\n");
        foreach (var record in records)
            text.Append(record.Line).Append('\n');
        return text.ToString();
    }
}
