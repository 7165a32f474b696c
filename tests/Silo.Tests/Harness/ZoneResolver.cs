using System.Net;
using Actors.Dns;
using Actors.Dns.Messages;

namespace Actors.Silo.Tests.Harness;

/// <summary>A resolver that knows what a test has told it, and answers NXDOMAIN to all else.</summary>
internal sealed class ZoneResolver : IResolver
{
    private readonly List<DnsRecord> records = [];

    /// <summary>Instead of every answer; null for those of the zone.</summary>
    public DnsAnswer? Trouble { get; set; }

    public ZoneResolver Host(string name, string address)
    {
        records.Add(new DnsRecord.Address(DnsName.Parse(name), TimeSpan.FromHours(1), IPAddress.Parse(address)));
        return this;
    }

    public ZoneResolver Exchange(string name, string host)
    {
        records.Add(new DnsRecord.Mx(DnsName.Parse(name), TimeSpan.FromHours(1), 10, DnsName.Parse(host)));
        return this;
    }

    public ZoneResolver Reverse(string address, string name)
    {
        records.Add(new DnsRecord.Pointer(
            DnsName.Reverse(IPAddress.Parse(address)), TimeSpan.FromHours(1), DnsName.Parse(name)));
        return this;
    }

    public ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, CancellationToken cancellation)
    {
        var found = records.Where(record => record.Name.Equals(name) && record.Type == type).ToArray();
        return new ValueTask<DnsAnswer>(
            Trouble ?? (found.Length > 0 ? new DnsAnswer.Found(name, found) : new DnsAnswer.NxDomain()));
    }
}
