using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Domains;

/// <summary>Whether mail to a domain arrives somewhere: receivers doubt senders that cannot be answered.</summary>
internal static class MxExamination
{
    /// <summary>Hosts asked for addresses until one has any.</summary>
    private const int HostsMax = 10;

    public static async ValueTask<DomainFinding> Look(
        DomainName domain, IDnsLookup dns, CancellationToken cancellation)
    {
        var (state, text, remedy) = await Judge(domain.Ascii, dns, cancellation);
        return new DomainFinding(DomainAspect.Mx, state, domain.Ascii, text, remedy);
    }

    private static async ValueTask<(DomainState, string, string?)> Judge(
        string domain, IDnsLookup dns, CancellationToken cancellation)
    {
        var found = await dns.MailExchangers(domain, cancellation);
        if (found.Status == LookupStatus.TemporaryFailure)
            return Silent;
        if (found.Status == LookupStatus.NoSuchName)
            return (DomainState.Missing, "does not exist in DNS", "Register it, or create it in its zone.");
        if (found.Status == LookupStatus.NoData)
            return await HasAddress(domain, dns, cancellation) switch
            {
                null => Silent,
                true => (DomainState.Weak, "has no MX record; mail to it goes to its address", "Publish an MX record."),
                false => (DomainState.Missing, "has neither MX record nor address: nobody can answer",
                    "Publish an MX record."),
            };
        if (found.Records.All(each => each.IsNull))
            return (DomainState.Wrong, "says that it takes no mail (null MX); many receivers then take none from it",
                "Publish MX records of a server that takes its mail.");
        return await AnyHost(found.Records, dns, cancellation);
    }

    private static async ValueTask<(DomainState, string, string?)> AnyHost(
        IReadOnlyList<MailExchanger> exchangers, IDnsLookup dns, CancellationToken cancellation)
    {
        var isSilent = false;
        foreach (var host in exchangers.Where(each => !each.IsNull).OrderBy(each => each.Preference).Take(HostsMax))
        {
            var hasAddress = await HasAddress(host.Host, dns, cancellation);
            if (hasAddress == true)
                return (DomainState.Fine, $"takes mail at {host.Host}", null);
            isSilent |= hasAddress is null;
        }
        return isSilent
            ? Silent
            : (DomainState.Wrong, "has MX records whose hosts have no address", "Name hosts that exist.");
    }

    /// <returns>Null when DNS gave no answer.</returns>
    private static async ValueTask<bool?> HasAddress(string host, IDnsLookup dns, CancellationToken cancellation)
    {
        var four = await dns.Addresses(host, cancellation);
        if (four.Status == LookupStatus.Found)
            return true;
        var six = await dns.Addresses6(host, cancellation);
        if (six.Status == LookupStatus.Found)
            return true;
        return four.IsVoid && six.IsVoid ? false : null;
    }

    private static (DomainState, string, string?) Silent =>
        (DomainState.Unknown, "DNS gave no answer", "Look again in some minutes.");
}
