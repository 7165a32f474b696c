using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Addresses at the platform's own domains: each tenant has those that begin with its id.</summary>
public static class PlatformAddresses
{
    /// <summary>RFC 2142, and what the platform itself writes from: nobody's, whatever a tenant is called.</summary>
    private static readonly string[] Reserved =
    [
        "abuse", "hostmaster", "mailer-daemon", "no-reply", "noc", "noreply", "postmaster", "root", "security",
        "support", "webmaster",
    ];

    /// <summary>Whether the domain is one of the two that the platform sends from.</summary>
    public static bool IsPlatforms(DomainName domain, DomainOptions platform) =>
        domain.Equals(platform.Zone) || domain.Equals(platform.WhiteLabel);

    /// <summary>Whether it is one of the tenant's: its id, alone or before a dot and anything. An id has no dot, so
    /// that no address is of two tenants.</summary>
    public static bool IsOf(TenantId tenant, EmailAddress address)
    {
        var local = address.Key[..address.Key.LastIndexOf('@')];
        return !Reserved.Contains(tenant.Value)
            && (local == tenant.Value || local.StartsWith(tenant.Value + ".", StringComparison.Ordinal));
    }
}
