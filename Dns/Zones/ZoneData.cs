using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.Zones;

/// <summary>What a record of a zone of ours says: a closed set.</summary>
public abstract record ZoneData
{
    private ZoneData() { }

    /// <summary>A or AAAA.</summary>
    public sealed record Address(IPAddress Value) : ZoneData;

    /// <summary>CNAME (RFC 1035 §3.3.1).</summary>
    public sealed record Alias(DnsName Target) : ZoneData;

    /// <summary>MX (RFC 1035 §3.3.9).</summary>
    public sealed record Mx(ushort Preference, DnsName Exchange) : ZoneData;

    /// <summary>NS (RFC 1035 §3.3.11).</summary>
    public sealed record NameServer(DnsName Host) : ZoneData;

    /// <summary>TXT (RFC 1035 §3.3.14), written as as many strings as it needs.</summary>
    /// <param name="Value">Printable ASCII.</param>
    /// <exception cref="ArgumentException">It is something else: it would break lines of zone files.</exception>
    public sealed record Txt(string Value) : ZoneData
    {
        public string Value { get; } = Value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new ArgumentException("The text is not printable ASCII.", nameof(Value))
            : Value;
    }

    public RecordType Type => this switch
    {
        Address { Value.AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } => RecordType.A,
        Address => RecordType.Aaaa,
        Alias => RecordType.Cname,
        Mx => RecordType.Mx,
        NameServer => RecordType.Ns,
        Txt => RecordType.Txt,
        _ => throw new InvalidOperationException(),
    };
}
