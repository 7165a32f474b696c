using System.Collections.Immutable;
using Actors.Mail.Addresses;
using Actors.Mail.Addresses.Registries;

namespace Actors.Grains.Domains;

/// <summary>What customers' domains point at.</summary>
public sealed record DomainOptions
{
    /// <summary>The zone that the platform keeps. Null: no domain can be registered.</summary>
    public DomainName? Zone { get; init; }

    /// <summary>This server's name: where bounces arrive, and tracked links.</summary>
    public DomainName HostName { get; init; } = DomainName.Parse("localhost");

    /// <summary>The terms of the platform's SPF policy that name what it sends from.</summary>
    public string SpfTerms { get; init; } = "";

    /// <summary>Where DMARC reports of customers' domains are to go; null for nowhere.</summary>
    public string? DmarcReports { get; init; }

    /// <summary>The platform's second domain, which does not bear its name. Null: there is none.</summary>
    public DomainName? WhiteLabel { get; init; }

    /// <summary>Local parts that the platform itself uses at its domains, in lower case: no tenant's.</summary>
    public ImmutableHashSet<string> OwnNames { get; init; } = [];

    public PublicSuffixes Suffixes { get; init; } = PublicSuffixes.BuiltIn;

    /// <summary>Whether the name is the platform's own zone or in it.</summary>
    public bool IsOurs(DomainName domain) => IsWithin(domain, Zone);

    /// <summary>Whether the name is one of the platform's two domains or in one of them.</summary>
    public bool IsPlatforms(DomainName domain) => IsWithin(domain, Zone) || IsWithin(domain, WhiteLabel);

    private static bool IsWithin(DomainName domain, DomainName? above) => above is not null
        && (domain.Equals(above) || domain.Ascii.EndsWith("." + above.Ascii, StringComparison.Ordinal));
}
