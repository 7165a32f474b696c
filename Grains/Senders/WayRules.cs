using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Which way mail from an address leaves, and what that makes of the address: pure.</summary>
public static class WayRules
{
    /// <param name="domain">Null where it is none of the tenant's.</param>
    public static WayOut Of(DomainPolicy? domain, TenantWay tenant) => domain switch
    {
        null => tenant.Way,
        { WayOut: not WayOut.Automatic } => domain.WayOut,
        { MaySend: true } => WayOut.Hosted,
        _ => tenant.Way,
    };

    /// <returns>What takes the place of an address whose mail leaves that way; null where it stays as it is. Mail by an
    /// own server always stays as it is: a domain of the platform's would not be proved there.</returns>
    public static EmailAddress? Substitute(WayOut way, TenantId tenant, Submitter by, DomainOptions platform) =>
        by.ByOwnServer ? null : WayOutRules.Address(tenant, way, platform);

    /// <param name="name">Of the domain.</param>
    /// <param name="domain">Null where it is none of the tenant's.</param>
    /// <param name="by">Through which account the mail comes.</param>
    public static DomainStanding Standing(DomainName name, DomainPolicy? domain, TenantWay tenant, Submitter by)
    {
        var account = AccountOf(domain, tenant);
        if (account is { } other && other != by.Account)
            return DomainStanding.Lacking($"leaves by the own server of {other}: send it by that SMTP account.");
        if (domain is null)
            return DomainStanding.Lacking($"is in a domain that is none of the tenant's: register {name} first.");
        if (domain.MaySend || (account is not null && by.ServerPasses))
            return new DomainStanding(MaySend: true, domain.AnySender, "");
        return DomainStanding.Lacking(account is null
            ? $"is in a domain that is not verified: publish the records of {name}."
            : $"is in a domain that is verified once the server of {account} passes its check.");
    }

    /// <returns>The account whose passed check is proof enough for the domain's mail through it; null for
    /// none.</returns>
    public static AccountId? AccountOf(DomainPolicy? domain, TenantWay tenant) =>
        Of(domain, tenant) != WayOut.Own ? null
        : domain is { WayOut: WayOut.Own } ? domain.Account
        : tenant.Account;
}

/// <summary>The account that mail comes through, as far as it matters to who may be its author.</summary>
/// <param name="ByOwnServer">It leaves by a server of the tenant's own.</param>
/// <param name="ServerPasses">That server has passed its check.</param>
/// <param name="Login">What the account logs in to that server as; null for none.</param>
public sealed record Submitter(AccountId Account, bool ByOwnServer, bool ServerPasses, EmailAddress? Login = null)
{
    public static Submitter Of(AccountId account, AccountPolicy policy) =>
        new(account, policy.Addressing is { ByOwnServer: true }, policy.ServerPasses, policy.LoginAddress);
}

/// <summary>What a domain is worth to mail through one account.</summary>
/// <param name="MaySend">It counts as verified.</param>
/// <param name="AnySender">Every address in it may be used, registered or not.</param>
/// <param name="Lacks">What to do, to be read after the address; empty where nothing is lacking.</param>
public sealed record DomainStanding(bool MaySend, bool AnySender, string Lacks)
{
    /// <summary>At the platform's own domains, which need no proof.</summary>
    public static DomainStanding Platforms { get; } = new(MaySend: true, AnySender: false, "");

    /// <summary>Every address in it is allowed, so that the sender need not be asked.</summary>
    public bool IsWhole => MaySend && AnySender;

    public static DomainStanding Lacking(string what) => new(MaySend: false, AnySender: false, what);
}
