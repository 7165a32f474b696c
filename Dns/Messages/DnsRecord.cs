using System.Net;

namespace Actors.Dns.Messages;

/// <summary>One resource record of class IN, its data parsed.</summary>
/// <param name="Ttl">How long it may be kept; 0 means for the present use only. Up to 2^31-1 s.</param>
public abstract record DnsRecord(DnsName Name, TimeSpan Ttl)
{
    /// <summary>A (RFC 1035 §3.4.1) or AAAA (RFC 3596).</summary>
    public sealed record Address(DnsName Name, TimeSpan Ttl, IPAddress Value) : DnsRecord(Name, Ttl);

    /// <summary>MX (RFC 1035 §3.3.9). The exchange "." with preference 0 is the null MX (RFC 7505).</summary>
    /// <param name="Preference">Lower is tried earlier.</param>
    public sealed record Mx(DnsName Name, TimeSpan Ttl, int Preference, DnsName Exchange) : DnsRecord(Name, Ttl);

    /// <summary>
    /// TXT (RFC 1035 §3.3.14): its strings joined without a separator, one character per octet (Latin-1).
    /// </summary>
    public sealed record Txt(DnsName Name, TimeSpan Ttl, string Value) : DnsRecord(Name, Ttl);

    /// <summary>NS (RFC 1035 §3.3.11), which a stub meets only where a server passes a question on.</summary>
    public sealed record NameServer(DnsName Name, TimeSpan Ttl, DnsName Host) : DnsRecord(Name, Ttl);

    /// <summary>CNAME (RFC 1035 §3.3.1).</summary>
    public sealed record Alias(DnsName Name, TimeSpan Ttl, DnsName Target) : DnsRecord(Name, Ttl);

    /// <summary>PTR (RFC 1035 §3.3.12).</summary>
    public sealed record Pointer(DnsName Name, TimeSpan Ttl, DnsName Target) : DnsRecord(Name, Ttl);

    /// <summary>SOA (RFC 1035 §3.3.13), of which a stub needs the last field.</summary>
    /// <param name="NegativeTtl">MINIMUM: how long a negative answer may be kept (RFC 2308 §4).</param>
    public sealed record Soa(DnsName Name, TimeSpan Ttl, TimeSpan NegativeTtl) : DnsRecord(Name, Ttl);

    /// <summary>TLSA, its data as it came (RFC 6698 §2.1).</summary>
    public sealed record Tlsa(DnsName Name, TimeSpan Ttl, ReadOnlyMemory<byte> Value) : DnsRecord(Name, Ttl);

    public RecordType Type => this switch
    {
        Address { Value.AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } => RecordType.A,
        Address => RecordType.Aaaa,
        Mx => RecordType.Mx,
        Txt => RecordType.Txt,
        NameServer => RecordType.Ns,
        Alias => RecordType.Cname,
        Pointer => RecordType.Ptr,
        Soa => RecordType.Soa,
        Tlsa => RecordType.Tlsa,
        _ => throw new InvalidOperationException(),
    };
}
