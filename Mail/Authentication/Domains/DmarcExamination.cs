using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dmarc;
using Actors.Mail.Authentication.Dmarc.Discovery;
using Actors.Mail.Authentication.Dmarc.Records;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Domains;

/// <summary>The DMARC policy that applies, and whether what is signed and the return path can be aligned.</summary>
internal static class DmarcExamination
{
    public static async ValueTask<IReadOnlyList<DomainFinding>> Look(
        DomainExpectation expectation, IDnsLookup dns, CancellationToken cancellation)
    {
        var domain = expectation.Domain;
        var own = $"_dmarc.{domain.Ascii}";
        var records = (await dns.Texts(own, cancellation)).Records.Count(DmarcRecord.IsOne);
        if (records > 1)
            return [Finding(DomainState.Wrong, own, $"has {records} DMARC records, so receivers use none",
                "Leave one.")];
        switch (await DmarcDiscovery.Find(domain, dns, cancellation))
        {
            case DomainPolicy.Unknown:
                return [Finding(DomainState.Unknown, own, "DNS gave no answer", "Look again in some minutes.")];
            case DomainPolicy.Found policy:
                var organizations = new Organizations(
                    domain.Ascii, policy.OrganizationalDomain, dns, cancellation);
                return [Judge(policy, domain), .. await Alignment(expectation, policy, organizations)];
            default:
                return [Finding(DomainState.Missing, own, "has no DMARC record, and nothing above it has one",
                    "Publish the TXT record \"v=DMARC1; p=none; rua=mailto:ADDRESS\" with an address of yours for "
                    + "reports; go on to p=quarantine and p=reject when the reports show that all your mail passes.")];
        }
    }

    private static DomainFinding Judge(DomainPolicy.Found policy, DomainName domain)
    {
        var name = $"_dmarc.{policy.Domain}";
        var remarks = string.Join("; ", policy.Record.Remarks);
        if (!policy.Record.Applies)
            return Finding(DomainState.Wrong, name, $"has a DMARC record without a usable policy: {remarks}",
                "Give it p=none, p=quarantine or p=reject.");
        var asked = $"asks for {policy.Applied.ToString().ToLowerInvariant()}"
            + (policy.Domain == domain.Ascii ? "" : $", which applies to {domain} too");
        return remarks.Length > 0
            ? Finding(DomainState.Weak, name, $"{asked}, and has something to mend: {remarks}", "Mend it.")
            : Finding(DomainState.Fine, name, asked, null);
    }

    private static async ValueTask<IReadOnlyList<DomainFinding>> Alignment(
        DomainExpectation expectation, DomainPolicy.Found policy, Organizations organizations)
    {
        var spf = await organizations.Align(
            (expectation.ReturnPath ?? expectation.Domain).Ascii, policy.Record.SpfAlignment);
        var dkim = false;
        foreach (var key in expectation.Keys)
            dkim |= await organizations.Align(key.Domain.Ascii, policy.Record.DkimAlignment);
        if (dkim || (spf && expectation.Keys.Count == 0))
            return [];
        var name = expectation.Domain.Ascii;
        if (organizations.IsBroken)
            return [Finding(DomainState.Unknown, name, "DNS gave no answer about what is aligned with it",
                "Look again in some minutes.")];
        return spf
            ? [Finding(DomainState.Weak, name, "passes DMARC by SPF alone, which forwarding breaks",
                "Sign with a key of this domain.")]
            : [Finding(DomainState.Wrong, name, "cannot pass DMARC: neither the return path nor a signature is aligned",
                "Sign with a key of this domain.")];
    }

    private static DomainFinding Finding(DomainState state, string name, string text, string? remedy) =>
        new(DomainAspect.Dmarc, state, name, text, remedy);
}
