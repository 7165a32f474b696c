using System.Net;
using Actors.Dns;
using Actors.Dns.Messages;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Silo.Domains;

/// <summary>The questions of SPF, DKIM, DMARC and of a domain's check, put to the resolver.</summary>
public sealed class ResolverLookup(IResolver resolver, string client = "") : IAliasLookup
{
    public ValueTask<LookupResult<string>> Texts(string name, CancellationToken cancellation) =>
        Ask<DnsRecord.Txt, string>(name, RecordType.Txt, record => record.Value, cancellation);

    public ValueTask<LookupResult<IPAddress>> Addresses(string name, CancellationToken cancellation) =>
        Ask<DnsRecord.Address, IPAddress>(name, RecordType.A, record => record.Value, cancellation);

    public ValueTask<LookupResult<IPAddress>> Addresses6(string name, CancellationToken cancellation) =>
        Ask<DnsRecord.Address, IPAddress>(name, RecordType.Aaaa, record => record.Value, cancellation);

    public ValueTask<LookupResult<MailExchanger>> MailExchangers(string name, CancellationToken cancellation) =>
        Ask<DnsRecord.Mx, MailExchanger>(
            name, RecordType.Mx, record => new MailExchanger(record.Preference, record.Exchange.Text), cancellation);

    public ValueTask<LookupResult<string>> Names(IPAddress address, CancellationToken cancellation) =>
        Ask<DnsRecord.Pointer, string>(
            DnsName.Reverse(address).Text, RecordType.Ptr, record => record.Target.Text, cancellation);

    public ValueTask<LookupResult<string>> Aliases(string name, CancellationToken cancellation) =>
        Ask<DnsRecord.Alias, string>(name, RecordType.Cname, record => record.Target.Text, cancellation);

    private async ValueTask<LookupResult<T>> Ask<TRecord, T>(
        string name, RecordType type, Func<TRecord, T> value, CancellationToken cancellation)
        where TRecord : DnsRecord
    {
        if (!DnsName.TryParse(name, out var asked) || asked.IsRoot)
            return new LookupResult<T>(LookupStatus.NoSuchName);
        return await resolver.Resolve(asked, type, client, cancellation) switch
        {
            DnsAnswer.Found found =>
                new LookupResult<T>([.. found.Records.OfType<TRecord>().Select(value)], found.Name.Text),
            DnsAnswer.NoData => new LookupResult<T>(LookupStatus.NoData),
            DnsAnswer.NxDomain => new LookupResult<T>(LookupStatus.NoSuchName),
            _ => new LookupResult<T>(LookupStatus.TemporaryFailure),
        };
    }
}
