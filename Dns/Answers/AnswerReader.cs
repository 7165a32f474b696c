using Actors.Dns.Messages;

namespace Actors.Dns.Answers;

/// <summary>
/// Takes from a response what answers the question and nothing else: records count only when their owner is the name
/// asked for or stands on its CNAME chain, so that a server cannot slip in records for other names.
/// </summary>
internal static class AnswerReader
{
    /// <summary>CNAMEs followed at most for one look-up, over all responses.</summary>
    public const int ChainMax = 8;

    /// <param name="hops">CNAMEs followed so far.</param>
    public static Reading Read(DnsMessage message, DnsName asked, RecordType type, int hops)
    {
        if (message.Code is not (ResponseCode.NoError or ResponseCode.NameError))
            return Reading.Failed($"the server answered {message.Code}");

        var name = asked;
        var ttl = TimeSpan.MaxValue;
        while (true)
        {
            var records = message.Answers.Where(r => r.Type == type && r.Name.Equals(name)).ToList();
            if (records.Count > 0)
                return new(new DnsAnswer.Found(name, records), Min(ttl, records.Min(r => r.Ttl)), null, hops);
            if (message.Answers.OfType<DnsRecord.Alias>().FirstOrDefault(r => r.Name.Equals(name)) is not { } alias)
                break;
            if (++hops > ChainMax)
                return Reading.Failed($"more than {ChainMax} CNAMEs, or a loop of them");
            name = alias.Target;
            ttl = Min(ttl, alias.Ttl);
        }

        if (message.Code == ResponseCode.NameError)
            return new(new DnsAnswer.NxDomain(), Min(ttl, NegativeTtl(message, name)), null, hops);
        if (StartOfAuthority(message, name) is null && message.Authorities.OfType<DnsRecord.NameServer>().Any())
            return Reading.Failed("the server passes questions on instead of answering them (no recursion)");
        return name.Equals(asked) || StartOfAuthority(message, name) is not null
            ? new(new DnsAnswer.NoData(), Min(ttl, NegativeTtl(message, name)), null, hops)
            : new(null, ttl, name, hops);
    }

    /// <summary>RFC 2308 §5: the smaller of the SOA's own TTL and its MINIMUM; without SOA not to be kept.</summary>
    private static TimeSpan NegativeTtl(DnsMessage message, DnsName name) =>
        StartOfAuthority(message, name) is { } soa ? Min(soa.Ttl, soa.NegativeTtl) : TimeSpan.Zero;

    private static DnsRecord.Soa? StartOfAuthority(DnsMessage message, DnsName name) =>
        message.Authorities.OfType<DnsRecord.Soa>().FirstOrDefault(soa => name.IsAtOrUnder(soa.Name));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
