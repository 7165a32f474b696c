using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dmarc.Discovery;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Dmarc;

/// <summary>Finds the policy for the domain of a From field (RFC 9989 §4.10.1).</summary>
public static class DmarcDiscovery
{
    /// <remarks>Asks at most <see cref="DmarcLimits.QueriesMax"/> questions, and one more where np= matters.</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<DomainPolicy> Find(
        DomainName author, IDnsLookup dns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(dns);
        var walk = await Walk.From(author.Ascii, dns, cancellation);
        if (walk.IsBroken)
            return new DomainPolicy.Unknown();
        if (walk.Applicable is not var (domain, record))
            return new DomainPolicy.Absent(walk.OrganizationalDomain);

        var isBelow = domain != author.Ascii;
        var exists = true;
        if (isBelow && record.PolicyFor(isBelow, exists: true) != record.PolicyFor(isBelow, exists: false))
        {
            var addresses = await dns.Addresses(author.Ascii, cancellation);
            if (addresses.Status == LookupStatus.TemporaryFailure)
                return new DomainPolicy.Unknown();
            exists = addresses.Status != LookupStatus.NoSuchName;
        }
        return new DomainPolicy.Found(record, domain, walk.OrganizationalDomain, record.PolicyFor(isBelow, exists));
    }
}
