using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Addresses at the platform's own domains: each tenant has those that begin with its id.</summary>
public static class PlatformAddresses
{
    /// <summary>RFC 2142, what certificates are ordered by, and what the platform itself writes from: nobody's,
    /// whatever a tenant is called.</summary>
    private static readonly string[] Reserved =
    [
        "abuse", "admin", "administrator", "billing", "dmarc", "hostmaster", "info", "mailer-daemon", "no-reply", "noc",
        "noreply", "operator", "postmaster", "root", "security", "support", "webmaster",
    ];

    /// <summary>Whether the domain is one of the two that the platform sends from.</summary>
    public static bool IsPlatforms(DomainName domain, DomainOptions platform) =>
        domain.Equals(platform.Zone) || domain.Equals(platform.WhiteLabel);

    /// <summary>Whether it is one of the tenant's: its id, alone or before a dot and anything. An id has no dot, so
    /// that no address is of two tenants.</summary>
    public static bool IsOf(TenantId tenant, EmailAddress address, DomainOptions platform)
    {
        var local = address.Key[..address.Key.LastIndexOf('@')];
        return !IsReserved(tenant, platform)
            && (local == tenant.Value || local.StartsWith(tenant.Value + ".", StringComparison.Ordinal));
    }

    /// <summary>The one that each tenant writes from without having registered it.</summary>
    /// <param name="domain">One of the platform's.</param>
    /// <returns>Null where there is no such domain, or the tenant's id is a reserved name.</returns>
    public static EmailAddress? Of(TenantId tenant, DomainName? domain, DomainOptions platform) =>
        domain is null || IsReserved(tenant, platform) ? null : EmailAddress.Parse($"{tenant}@{domain.Ascii}");

    private static bool IsReserved(TenantId tenant, DomainOptions platform) =>
        Reserved.Contains(tenant.Value) || platform.OwnNames.Contains(tenant.Value);
}
