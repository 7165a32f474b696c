using System.Net;
using System.Text;

namespace Actors.Dns.Messages;

/// <summary>Reads one resource record (RFC 1035 §4.1.3). Unknown types and classes are stepped over.</summary>
internal static class RecordParser
{
    private const ushort ClassIn = 1;

    /// <param name="record">Null for a type or class that is not ours.</param>
    /// <param name="extendedCode">Upper eight bits of the response code when this was the OPT record, else 0.</param>
    public static bool TryRead(ref MessageReader reader, out DnsRecord? record, out int extendedCode)
    {
        record = null;
        extendedCode = 0;
        if (!reader.TryReadName(out var name) || !reader.TryReadUInt16(out var type)
            || !reader.TryReadUInt16(out var @class) || !reader.TryReadUInt32(out var ttlSeconds)
            || !reader.TryReadUInt16(out var length))
            return false;
        if (type == (int)RecordType.Opt)
            extendedCode = (int)(ttlSeconds >> 24);
        if (@class != ClassIn || !Enum.IsDefined((RecordType)type) || type == (int)RecordType.Opt)
            return reader.TryTake(length, out _);

        var end = reader.Position + length;
        return TryReadData(ref reader, (RecordType)type, length, name, Ttl(ttlSeconds), out record)
            && reader.Position == end;
    }

    private static bool TryReadData(
        ref MessageReader reader, RecordType type, int length, DnsName name, TimeSpan ttl, out DnsRecord? record)
    {
        record = null;
        switch (type)
        {
            case RecordType.A when length == 4 && reader.TryTake(4, out var address):
            case RecordType.Aaaa when length == 16 && reader.TryTake(16, out address):
                record = new DnsRecord.Address(name, ttl, new IPAddress(address));
                return true;
            case RecordType.Mx when reader.TryReadUInt16(out var preference) && reader.TryReadName(out var exchange):
                record = new DnsRecord.Mx(name, ttl, preference, exchange);
                return true;
            case RecordType.Cname when reader.TryReadName(out var target):
                record = new DnsRecord.Alias(name, ttl, target);
                return true;
            case RecordType.Ns when reader.TryReadName(out var host):
                record = new DnsRecord.NameServer(name, ttl, host);
                return true;
            case RecordType.Ptr when reader.TryReadName(out var target):
                record = new DnsRecord.Pointer(name, ttl, target);
                return true;
            case RecordType.Txt when reader.TryTake(length, out var strings) && TryJoin(strings, out var text):
                record = new DnsRecord.Txt(name, ttl, text);
                return true;
            case RecordType.Tlsa when reader.TryTake(length, out var data):
                record = new DnsRecord.Tlsa(name, ttl, data.ToArray());
                return true;
            case RecordType.Soa when reader.TryReadName(out _) && reader.TryReadName(out _)
                && reader.TryTake(16, out _) && reader.TryReadUInt32(out var minimum):
                record = new DnsRecord.Soa(name, ttl, Ttl(minimum));
                return true;
            default:
                return false;
        }
    }

    private static bool TryJoin(ReadOnlySpan<byte> strings, out string text)
    {
        var joined = new StringBuilder(strings.Length);
        text = "";
        while (!strings.IsEmpty)
        {
            var length = strings[0];
            if (strings.Length - 1 < length)
                return false;
            joined.Append(Encoding.Latin1.GetString(strings.Slice(1, length)));
            strings = strings[(length + 1)..];
        }
        text = joined.ToString();
        return true;
    }

    /// <summary>A value with the top bit set counts as zero (RFC 2181 §8).</summary>
    private static TimeSpan Ttl(uint seconds) => TimeSpan.FromSeconds(seconds > int.MaxValue ? 0 : seconds);
}
