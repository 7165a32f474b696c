namespace Actors.Dns.Messages;

/// <summary>Types of resource records (RFC 1035 §3.2.2; AAAA RFC 3596; OPT RFC 6891; TLSA RFC 6698).</summary>
public enum RecordType
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Opt = 41,
    Tlsa = 52,
}
