using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.MailExchange;

/// <summary>
/// Finds the hosts that receive mail for a domain: MX records by preference, equals in random order, without any the
/// domain itself (RFC 5321 §5.1); a null MX refuses mail (RFC 7505). Safe for many threads.
/// </summary>
/// <param name="random">Orders equals; a seeded one makes the order repeatable.</param>
public sealed class MailExchangers(IResolver resolver, Random random, MailExchangerOptions options)
{
    /// <summary>Exchanges looked up at most; less preferred ones beyond it are left out.</summary>
    public const int HostsMax = 10;

    /// <summary>Addresses of all hosts together at most.</summary>
    public const int AddressesMax = 20;

    /// <summary>Characters of a site's name at most.</summary>
    public const int SiteLengthMax = 200;

    private readonly HashSet<string> ownNames =
        new(options.OwnNames.Select(n => n.TrimEnd('.')), StringComparer.OrdinalIgnoreCase);

    /// <param name="domain">The part after the @, as A-labels.</param>
    /// <param name="client">On whose behalf, see <see cref="IResolver"/>.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<MailTargets> Find(DnsName domain, string client, CancellationToken cancellation) =>
        await resolver.Resolve(domain, RecordType.Mx, client, cancellation) switch
        {
            DnsAnswer.Found found => await FromRecords(domain, found.Records, client, cancellation),
            DnsAnswer.NoData => await Implicit(domain, client, cancellation),
            DnsAnswer.NxDomain => Failures.NoSuchDomain(domain),
            var trouble => Failures.LookUpFailed(domain, trouble),
        };

    private async ValueTask<MailTargets> FromRecords(
        DnsName domain, IReadOnlyList<DnsRecord> records, string client, CancellationToken cancellation)
    {
        var exchanges = records.OfType<DnsRecord.Mx>().ToArray();
        if (exchanges.All(mx => mx.Exchange.IsRoot))
            return Failures.NullMx(domain);

        exchanges = InOrder(exchanges.Where(mx => mx.Exchange.IsHostName));
        if (exchanges.Length == 0)
            return Failures.NoExchangeAddress(domain);
        exchanges = WithoutOwn(exchanges);
        return exchanges.Length == 0
            ? Failures.Loop(domain)
            : await WithAddresses(domain, exchanges, client, cancellation);
    }

    /// <summary>No MX: the domain is its own exchange with preference 0 (RFC 5321 §5.1).</summary>
    private async ValueTask<MailTargets> Implicit(
        DnsName domain, string client, CancellationToken cancellation)
    {
        if (!domain.IsHostName)
            return Failures.NoAddress(domain);
        if (ownNames.Contains(domain.Text))
            return Failures.Loop(domain);
        var (addresses, trouble) = InOrder(await Addresses(domain, client, cancellation));
        if (addresses.Count > 0)
            return new MailTargets.Found(
                [new(domain.Text, 0, Cut(addresses, AddressesMax))], Site.Of([domain.Text]))
            {
                IsPartial = trouble is not null,
            };
        return trouble is null
            ? await UnlessOtherFamily(Failures.NoAddress(domain), domain, [domain], client, cancellation)
            : Failures.LookUpFailed(domain, trouble);
    }

    private async ValueTask<MailTargets> WithAddresses(
        DnsName domain, DnsRecord.Mx[] exchanges, string client, CancellationToken cancellation)
    {
        // All at once, so that one silent name server does not cost its time-out for each host.
        DnsName[] names = [.. exchanges.Take(HostsMax).Select(mx => mx.Exchange)];
        var answers = await Task.WhenAll(names.Select(name => Addresses(name, client, cancellation)));
        var hosts = new List<MailHost>();
        var left = AddressesMax;
        DnsAnswer? anyTrouble = null;
        foreach (var (mx, answer) in exchanges.Zip(answers))
        {
            var (addresses, trouble) = InOrder(answer);
            anyTrouble ??= trouble;
            if (addresses.Count == 0 || left == 0)
                continue;
            hosts.Add(new(mx.Exchange.Text, mx.Preference, Cut(addresses, left)));
            left -= hosts[^1].Addresses.Count;
        }
        if (hosts.Count > 0)
            return new MailTargets.Found(hosts, Site.Of(MostPreferred(exchanges)))
            {
                IsPartial = anyTrouble is not null,
            };
        return anyTrouble is null
            ? await UnlessOtherFamily(Failures.NoExchangeAddress(domain), domain, names, client, cancellation)
            : Failures.LookUpFailed(domain, anyTrouble);
    }

    /// <summary>That no host has an address is true only when it has none of the other family either.</summary>
    private async Task<MailTargets> UnlessOtherFamily(
        MailTargets.Failed nothing, DnsName domain, DnsName[] hosts, string client, CancellationToken cancellation)
    {
        if (options.Families == AddressFamilies.Both)
            return nothing;
        var other = options.Families == AddressFamilies.IPv4Only ? RecordType.Aaaa : RecordType.A;
        var answers = await Task.WhenAll(
            hosts.Select(host => resolver.Resolve(host, other, client, cancellation).AsTask()));
        if (answers.Any(answer => answer is DnsAnswer.Found))
            return Failures.NoCommonFamily(domain, options.Families);
        return answers.FirstOrDefault(answer => answer.IsTransient) is { } trouble
            ? Failures.LookUpFailed(domain, trouble)
            : nothing;
    }

    private Task<DnsAnswer[]> Addresses(DnsName host, string client, CancellationToken cancellation)
    {
        RecordType[] types = options switch
        {
            { Families: AddressFamilies.IPv4Only } => [RecordType.A],
            { Families: AddressFamilies.IPv6Only } => [RecordType.Aaaa],
            { IPv6First: true } => [RecordType.Aaaa, RecordType.A],
            _ => [RecordType.A, RecordType.Aaaa],
        };
        return Task.WhenAll(types.Select(type => resolver.Resolve(host, type, client, cancellation).AsTask()));
    }

    /// <param name="answers">About one host, the preferred kind of address first.</param>
    private (List<IPAddress> Addresses, DnsAnswer? Trouble) InOrder(DnsAnswer[] answers)
    {
        var addresses = new List<IPAddress>();
        foreach (var found in answers.OfType<DnsAnswer.Found>())
            addresses.AddRange(Shuffled(found.Records.OfType<DnsRecord.Address>().Select(r => r.Value).Distinct()));
        return (addresses, answers.FirstOrDefault(a => a.IsTransient));
    }

    private DnsRecord.Mx[] InOrder(IEnumerable<DnsRecord.Mx> exchanges) =>
        [.. Shuffled(exchanges.GroupBy(mx => mx.Exchange).Select(same => same.MinBy(mx => mx.Preference)!))
            .OrderBy(mx => mx.Preference)]; // stable, so equals stay shuffled

    private DnsRecord.Mx[] WithoutOwn(DnsRecord.Mx[] exchanges)
    {
        var own = exchanges.FirstOrDefault(mx => ownNames.Contains(mx.Exchange.Text));
        return own is null ? exchanges : [.. exchanges.TakeWhile(mx => mx.Preference < own.Preference)];
    }

    private static IEnumerable<string> MostPreferred(DnsRecord.Mx[] exchanges) =>
        exchanges.TakeWhile(mx => mx.Preference == exchanges[0].Preference).Select(mx => mx.Exchange.Text);

    private static List<IPAddress> Cut(List<IPAddress> addresses, int max) =>
        addresses.Count <= max ? addresses : addresses[..max];

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        lock (random) // a seeded Random is not safe for several threads
            random.Shuffle(shuffled);
        return shuffled;
    }
}
