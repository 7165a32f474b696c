using System.Buffers.Binary;
using System.Net;
using System.Text;
using Actors.Dns.Messages;

namespace Actors.Dns.Tests.Wire;

/// <summary>Builds the answer to a query, octet by octet, honest unless told otherwise.</summary>
internal sealed class Response
{
    private readonly List<byte> records = [];
    private readonly byte[] query;
    private readonly int questionEnd;
    private readonly int[] counts = new int[3];
    private int section;

    public Response(ReadOnlySpan<byte> query)
    {
        this.query = query.ToArray();
        questionEnd = QuestionEnd(query);
    }

    public byte Flags2 { get; set; } = 0x84;

    public int Code { get; set; }

    public Response InAuthority()
    {
        section = 1;
        return this;
    }

    public Response InAdditional()
    {
        section = 2;
        return this;
    }

    public Response A(string name, string address, uint ttl = 300) =>
        Add(name, RecordType.A, ttl, IPAddress.Parse(address).GetAddressBytes());

    public Response Aaaa(string name, string address, uint ttl = 300) =>
        Add(name, RecordType.Aaaa, ttl, IPAddress.Parse(address).GetAddressBytes());

    public Response Cname(string name, string target, uint ttl = 300) =>
        Add(name, RecordType.Cname, ttl, DnsName.Parse(target).Wire);

    public Response Mx(string name, int preference, string exchange, uint ttl = 300) =>
        Add(name, RecordType.Mx, ttl, [(byte)(preference >> 8), (byte)preference, .. DnsName.Parse(exchange).Wire]);

    public Response Txt(string name, uint ttl, params string[] strings) =>
        Add(name, RecordType.Txt, ttl,
            strings.SelectMany(s => Encoding.Latin1.GetBytes(s).Prepend((byte)s.Length)).ToArray());

    public Response Soa(string name, uint ttl, uint minimum)
    {
        var numbers = new byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(16), minimum);
        return Add(name, RecordType.Soa, ttl, [0, 0, .. numbers]);
    }

    public Response Add(string name, RecordType type, uint ttl, ReadOnlySpan<byte> data)
    {
        var head = new byte[10];
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)type);
        head[3] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), ttl);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(8), (ushort)data.Length);
        return Raw([.. DnsName.Parse(name).Wire, .. head, .. data]);
    }

    public Response Raw(ReadOnlySpan<byte> record)
    {
        records.AddRange(record);
        counts[section]++;
        return this;
    }

    public byte[] ToArray()
    {
        byte[] octets = [.. query[..questionEnd], .. records];
        octets[2] = Flags2;
        octets[3] = (byte)(0x80 | Code);
        for (var i = 0; i < counts.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(6 + (2 * i)), (ushort)counts[i]);
        return octets;
    }

    /// <summary>Name and type asked for, lower case.</summary>
    public static (string Name, RecordType Type) Asked(ReadOnlySpan<byte> query)
    {
        var reader = new MessageReader(query);
        reader.TryTake(12, out _).ShouldBeTrue();
        reader.TryReadName(out var name).ShouldBeTrue();
        reader.TryReadUInt16(out var type).ShouldBeTrue();
        return (name.Text, (RecordType)type);
    }

    private static int QuestionEnd(ReadOnlySpan<byte> query)
    {
        var at = 12;
        while (query[at] != 0)
            at += query[at] + 1;
        return at + 5;
    }
}
