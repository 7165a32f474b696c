using Actors.Mail.Authentication.Dmarc.Records;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Dmarc.Discovery;

/// <summary>The records found on the way up from a domain (the DNS Tree Walk of RFC 9989 §4.10).</summary>
/// <param name="Domain">Where the walk began.</param>
/// <param name="Found">Domains with a record, the longest first.</param>
/// <param name="IsBroken">Whether DNS gave no answer to one of the questions, so that nothing is certain.</param>
internal sealed record Walk(string Domain, IReadOnlyList<(string Domain, DmarcRecord Record)> Found, bool IsBroken)
{
    /// <summary>The organisation that the domain belongs to (§4.10.2).</summary>
    public string OrganizationalDomain
    {
        get
        {
            foreach (var (domain, record) in Found)
            {
                if (record.PublicSuffix == PublicSuffix.No)
                    return domain;
                if (record.PublicSuffix == PublicSuffix.Yes && domain != Domain)
                    return OneLabelBelow(domain);
            }
            return Found.Count > 0 ? Found[^1].Domain : Domain;
        }
    }

    /// <summary>The record that applies to the domain itself, and where it stands (§4.10.1). Null: none.</summary>
    public (string Domain, DmarcRecord Record)? Applicable
    {
        get
        {
            var organization = OrganizationalDomain;
            return At(Domain) ?? At(organization) ?? Suffix();
        }
    }

    public static async ValueTask<Walk> From(string domain, IDnsLookup dns, CancellationToken cancellation)
    {
        var found = new List<(string, DmarcRecord)>();
        foreach (var name in Names(domain))
        {
            var texts = await dns.Texts($"_dmarc.{name}", cancellation);
            if (texts.Status == LookupStatus.TemporaryFailure)
                return new Walk(domain, found, IsBroken: true);
            var records = texts.Records.Where(DmarcRecord.IsOne).ToArray();
            if (records.Length != 1 || !DmarcRecord.TryParse(records[0], out var record))
                continue;
            found.Add((name, record));
            if (record.PublicSuffix != PublicSuffix.Unstated)
                break;
        }
        return new Walk(domain, found, IsBroken: false);
    }

    /// <summary>The domain, then what is above it; of a long one the labels in between are left out.</summary>
    internal static IEnumerable<string> Names(string domain)
    {
        yield return domain;
        var labels = domain.Split('.');
        for (var kept = Math.Min(labels.Length, DmarcLimits.QueriesMax) - 1; kept > 0; kept--)
            yield return string.Join('.', labels[^kept..]);
    }

    private (string Domain, DmarcRecord Record)? At(string domain)
    {
        foreach (var one in Found)
        {
            if (one.Domain == domain)
                return one;
        }
        return null;
    }

    private (string Domain, DmarcRecord Record)? Suffix()
    {
        foreach (var one in Found)
        {
            if (one.Record.PublicSuffix == PublicSuffix.Yes)
                return one;
        }
        return null;
    }

    private string OneLabelBelow(string ancestor)
    {
        var rest = Domain[..^(ancestor.Length + 1)];
        return $"{rest[(rest.LastIndexOf('.') + 1)..]}.{ancestor}";
    }
}
