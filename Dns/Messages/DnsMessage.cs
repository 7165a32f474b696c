using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Dns.Messages;

/// <summary>
/// A response as a stub resolver needs it (RFC 1035 §4.1); additional records other than OPT are not looked at.
/// </summary>
/// <param name="Question">As it came, letter case included; empty in an error that repeats no question.</param>
/// <param name="Octets">Size of the whole message.</param>
internal sealed record DnsMessage(
    ushort Id,
    bool Truncated,
    ResponseCode Code,
    ReadOnlyMemory<byte> Question,
    IReadOnlyList<DnsRecord> Answers,
    IReadOnlyList<DnsRecord> Authorities,
    int Octets)
{
    /// <summary>Records in one message at most; more is refused as malformed.</summary>
    public const int RecordsMax = 1000;

    private const int HeaderOctets = 12;

    /// <summary>
    /// Reads a response: a query, another opcode, not exactly one question, records that overlap the end: all false. A
    /// message with TC set may end anywhere; what was cut off is not needed, because the question is asked again over
    /// TCP. An error may lack the question: servers that do not know EDNS answer so.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out DnsMessage? message)
    {
        message = null;
        var reader = new MessageReader(octets);
        Span<ushort> header = stackalloc ushort[6];
        foreach (ref var field in header)
        {
            if (!reader.TryReadUInt16(out field))
                return false;
        }
        var isResponse = (header[1] & 0x8000) != 0;
        var isQueryOpcode = (header[1] & 0x7800) == 0;
        var isBareError = header[2] == 0 && (header[1] & 0x000F) != 0 && header[3] + header[4] == 0;
        if (!isResponse || !isQueryOpcode || (header[2] != 1 && !isBareError)
            || header[3] + header[4] + header[5] > RecordsMax)
            return false;
        if (!isBareError && (!reader.TryReadName(out _) || !reader.TryTake(4, out _)))
            return false;

        var truncated = (header[1] & 0x0200) != 0;
        var code = header[1] & 0x000F;
        var question = octets[HeaderOctets..reader.Position].ToArray();
        var answers = new List<DnsRecord>();
        var authorities = new List<DnsRecord>();
        var whole = TryReadRecords(ref reader, header[3], answers, ref code)
            && TryReadRecords(ref reader, header[4], authorities, ref code)
            && TryReadRecords(ref reader, header[5], null, ref code);
        if (!whole && !truncated)
            return false;
        message = new(
            header[0], truncated, (ResponseCode)code, question, answers, authorities, octets.Length);
        return true;
    }

    /// <summary>Whether the octets claim to answer the query, whatever else is wrong with them.</summary>
    public static bool HasId(ReadOnlySpan<byte> octets, ushort id) =>
        octets.Length >= HeaderOctets && BinaryPrimitives.ReadUInt16BigEndian(octets) == id && octets[2] >= 0x80;

    private static bool TryReadRecords(ref MessageReader reader, int count, List<DnsRecord>? records, ref int code)
    {
        for (; count > 0; count--)
        {
            if (!RecordParser.TryRead(ref reader, out var record, out var extendedCode))
                return false;
            code |= extendedCode << 4;
            if (record is not null)
                records?.Add(record);
        }
        return true;
    }
}
