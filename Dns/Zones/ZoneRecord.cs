using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Actors.Dns.Messages;

namespace Actors.Dns.Zones;

/// <summary>One record of a zone of ours, as a line of a zone file (RFC 1035 §5) and as octets of an update.</summary>
/// <param name="TtlSeconds">0 to 2^31-1.</param>
public sealed record ZoneRecord(DnsName Name, int TtlSeconds, ZoneData Data)
{
    /// <summary>Octets of one string of a TXT record (RFC 1035 §3.3).</summary>
    private const int StringOctetsMax = 255;

    private static readonly SearchValues<char> Special = SearchValues.Create("\"();@$");

    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Absolute(Name)} {TtlSeconds} IN {Data.Type.ToString().ToUpperInvariant()} {Text}");

    /// <summary>RDATA as text.</summary>
    private string Text => Data switch
    {
        ZoneData.Address address => address.Value.ToString(),
        ZoneData.Alias alias => Absolute(alias.Target),
        ZoneData.Mx mx => string.Create(CultureInfo.InvariantCulture, $"{mx.Preference} {Absolute(mx.Exchange)}"),
        ZoneData.NameServer server => Absolute(server.Host),
        ZoneData.Txt txt => string.Join(' ', txt.Value.Chunk(StringOctetsMax).Select(Quoted)),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>RDATA as octets, names not compressed.</summary>
    internal byte[] Octets() => Data switch
    {
        ZoneData.Address address => address.Value.GetAddressBytes(),
        ZoneData.Alias alias => alias.Target.Wire.ToArray(),
        ZoneData.Mx mx => WithPreference(mx),
        ZoneData.NameServer server => server.Host.Wire.ToArray(),
        ZoneData.Txt txt => Strings(txt.Value),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>With a backslash before what means something else in zone files (RFC 1035 §5.1).</summary>
    internal static string Absolute(DnsName name) => name.IsRoot ? "."
        : name.IsHostName || !name.Text.AsSpan().ContainsAny(Special) ? name.Text + "."
        : string.Concat(name.Text.Select(c => Special.Contains(c) ? $"\\{c}" : $"{c}")) + ".";

    private static string Quoted(char[] part) => $"\"{new string(part)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static byte[] WithPreference(ZoneData.Mx mx)
    {
        var octets = new byte[2 + mx.Exchange.Wire.Length];
        BinaryPrimitives.WriteUInt16BigEndian(octets, mx.Preference);
        mx.Exchange.Wire.CopyTo(octets.AsSpan(2));
        return octets;
    }

    private static byte[] Strings(string text)
    {
        var octets = new List<byte>(text.Length + (text.Length / StringOctetsMax) + 1);
        foreach (var part in text.Chunk(StringOctetsMax))
        {
            octets.Add((byte)part.Length);
            octets.AddRange(Encoding.ASCII.GetBytes(part));
        }
        return octets.Count == 0 ? [0] : [.. octets];
    }
}
