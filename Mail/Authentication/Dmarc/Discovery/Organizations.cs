using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Dmarc.Discovery;

/// <summary>Whether domains belong to the author's organisation; each walk is made once.</summary>
internal sealed class Organizations(
    string author, string authorOrganization, IDnsLookup dns, CancellationToken cancellation)
{
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>Whether DNS gave no answer about one of the domains.</summary>
    public bool IsBroken { get; private set; }

    public async ValueTask<bool> Align(string domain, AlignmentMode mode)
    {
        domain = domain.ToLowerInvariant();
        if (domain == author)
            return true;
        if (mode == AlignmentMode.Strict || !IsAtOrUnder(domain, authorOrganization))
            return false; // an organisation stands at or above each of its domains
        if (!known.TryGetValue(domain, out var organization))
        {
            var walk = await Walk.From(domain, dns, cancellation);
            IsBroken |= walk.IsBroken;
            known.Add(domain, organization = walk.IsBroken ? null : walk.OrganizationalDomain);
        }
        return organization == authorOrganization;
    }

    private static bool IsAtOrUnder(string name, string domain) =>
        name.EndsWith(domain, StringComparison.Ordinal)
        && (name.Length == domain.Length || name[^(domain.Length + 1)] == '.');
}
