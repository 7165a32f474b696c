using System.Collections.Concurrent;
using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.Tests.MailExchange;

/// <summary>Answers from a table; a name that is nowhere in it does not exist.</summary>
internal sealed class ZoneResolver : IResolver
{
    private readonly Dictionary<(DnsName, RecordType), DnsAnswer> answers = [];
    private readonly HashSet<DnsName> names = [];

    public ConcurrentBag<(string, RecordType)> Asked { get; } = [];

    public ZoneResolver Mx(string name, params (int Preference, string Host)[] exchanges)
    {
        var (owner, ttl) = (DnsName.Parse(name), TimeSpan.FromMinutes(5));
        return Add(name, RecordType.Mx,
            [.. exchanges.Select(x => new DnsRecord.Mx(owner, ttl, x.Preference, DnsName.Parse(x.Host)))]);
    }

    public ZoneResolver Addresses(string name, params string[] addresses)
    {
        foreach (var same in addresses.Select(IPAddress.Parse).GroupBy(a => a.AddressFamily))
            Add(name, same.First().GetAddressBytes().Length == 4 ? RecordType.A : RecordType.Aaaa,
                [.. same.Select(a => new DnsRecord.Address(DnsName.Parse(name), TimeSpan.FromMinutes(5), a))]);
        return this;
    }

    public ZoneResolver Answers(string name, RecordType type, DnsAnswer answer)
    {
        names.Add(DnsName.Parse(name));
        answers[(DnsName.Parse(name), type)] = answer;
        return this;
    }

    public ZoneResolver Exists(string name)
    {
        names.Add(DnsName.Parse(name));
        return this;
    }

    public ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, CancellationToken cancellation)
    {
        Asked.Add((name.Text, type));
        return new(answers.TryGetValue((name, type), out var answer) ? answer
            : names.Contains(name) ? new DnsAnswer.NoData() : new DnsAnswer.NxDomain());
    }

    private ZoneResolver Add(string name, RecordType type, IReadOnlyList<DnsRecord> records) =>
        Answers(name, type, new DnsAnswer.Found(DnsName.Parse(name), records));
}
