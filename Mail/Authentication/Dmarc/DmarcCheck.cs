using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Verifying;
using Actors.Mail.Authentication.Dmarc.Discovery;
using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf;

namespace Actors.Mail.Authentication.Dmarc;

/// <summary>Compares what SPF and DKIM proved with the author's domain (RFC 9989 §5.3).</summary>
public static class DmarcCheck
{
    /// <param name="author">The domain of the one address in From.</param>
    /// <param name="spf">For the reverse path. Null when SPF was not checked.</param>
    /// <param name="dkim">One for each signature.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<DmarcVerdict> Run(
        DomainName author, SpfVerdict? spf, IReadOnlyList<DkimResult> dkim, IDnsLookup dns,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dkim);
        switch (await DmarcDiscovery.Find(author, dns, cancellation))
        {
            case DomainPolicy.Unknown:
                return new DmarcVerdict(DmarcResult.TempError, $"DNS gave no answer about the policy of {author}");
            case DomainPolicy.Found { Record.Applies: true } policy:
                var organizations = new Organizations(author.Ascii, policy.OrganizationalDomain, dns, cancellation);
                return await Compare(author, policy, spf, dkim, organizations);
            case DomainPolicy.Found { Domain: var domain }:
                return new DmarcVerdict(
                    DmarcResult.PermError, $"the record of {domain} has no usable policy (RFC 9989 §4.10.1)");
            default:
                return new DmarcVerdict(DmarcResult.None, $"{author} has no DMARC record");
        }
    }

    private static async ValueTask<DmarcVerdict> Compare(
        DomainName author, DomainPolicy.Found policy, SpfVerdict? spf, IReadOnlyList<DkimResult> dkim,
        Organizations organizations)
    {
        var (alignedSpf, alignedDkim) = ((string?)null, (string?)null);
        if (spf is { Result: SpfResult.Pass } && await organizations.Align(spf.Domain, policy.Record.SpfAlignment))
            alignedSpf = spf.Domain;
        foreach (var signature in dkim.Where(IsUsable).Take(DmarcLimits.SignaturesMax))
        {
            if (!await organizations.Align(signature.Domain!.Ascii, policy.Record.DkimAlignment))
                continue;
            alignedDkim = signature.Domain.Ascii;
            break;
        }
        var (result, reason) = (alignedSpf, alignedDkim) switch
        {
            (null, null) when IsOpen(spf, dkim) || organizations.IsBroken =>
                (DmarcResult.TempError, "DNS gave no answer to something that might have passed"),
            (null, null) => (DmarcResult.Fail, $"neither SPF nor DKIM passed for a domain aligned with {author}"),
            _ => (DmarcResult.Pass, $"{alignedDkim ?? alignedSpf} is aligned with {author}"),
        };
        return new DmarcVerdict(result, reason)
        {
            Policy = policy,
            AlignedSpf = alignedSpf,
            AlignedDkim = alignedDkim,
        };
    }

    private static bool IsUsable(DkimResult signature) =>
        signature is { Status: DkimStatus.Pass, Domain: not null };

    private static bool IsOpen(SpfVerdict? spf, IReadOnlyList<DkimResult> dkim) =>
        spf?.Result == SpfResult.TempError || dkim.Any(signature => signature.Status == DkimStatus.TempError);
}
