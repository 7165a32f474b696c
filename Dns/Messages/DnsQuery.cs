using System.Buffers.Binary;

namespace Actors.Dns.Messages;

/// <summary>
/// A question on the wire (RFC 1035 §4.1) with a random id and random letter case (the "0x20" trick): whoever forges
/// an answer without having seen the question has to guess both and the source port.
/// </summary>
internal sealed class DnsQuery
{
    /// <summary>
    /// Largest UDP answer asked for, in octets: fits an IPv6 path without fragments (RFC 6891 §6.2.5).
    /// </summary>
    public const int UdpPayloadMax = 1232;

    private const int HeaderOctets = 12;
    private const int EdnsOctets = 11;
    private readonly byte[] octets;
    private readonly int questionOctets;

    private DnsQuery(DnsName name, RecordType type, byte[] octets, int questionOctets)
    {
        Name = name;
        Type = type;
        this.octets = octets;
        this.questionOctets = questionOctets;
    }

    public DnsName Name { get; }

    public RecordType Type { get; }

    public ReadOnlyMemory<byte> Octets => octets;

    /// <summary>The question as sent, letter case included.</summary>
    public ReadOnlySpan<byte> Question => octets.AsSpan(HeaderOctets, questionOctets);

    public ushort Id => BinaryPrimitives.ReadUInt16BigEndian(octets);

    /// <param name="edns">Whether to add the OPT record; a server that answers FORMERR is asked again without.</param>
    public static DnsQuery Create(DnsName name, RecordType type, bool edns, Random random)
    {
        var questionOctets = name.Wire.Length + 4;
        var octets = new byte[HeaderOctets + questionOctets + (edns ? EdnsOctets : 0)];
        var span = octets.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(span, (ushort)random.Next(0x10000));
        span[2] = 0x01; // RD: the server shall do the walking
        span[5] = 1;    // one question
        var question = span[HeaderOctets..];
        name.Wire.CopyTo(question);
        RandomiseCase(question[..name.Wire.Length], random);
        BinaryPrimitives.WriteUInt16BigEndian(question[name.Wire.Length..], (ushort)type);
        question[name.Wire.Length + 3] = 1; // class IN
        if (edns)
        {
            span[11] = 1; // one additional record
            var opt = question[questionOctets..];
            opt[2] = (byte)RecordType.Opt; // opt[0] stays 0: the root as owner name
            BinaryPrimitives.WriteUInt16BigEndian(opt[3..], UdpPayloadMax);
        }
        return new(name, type, octets, questionOctets);
    }

    private static void RandomiseCase(Span<byte> name, Random random)
    {
        foreach (ref var octet in name)
        {
            if (octet is >= (byte)'a' and <= (byte)'z' && random.Next(2) == 0)
                octet &= 0xDF;
        }
    }
}
