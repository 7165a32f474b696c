using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>What a sender asks others: whether an address may be registered.</summary>
public sealed class SenderDomains(IGrainFactory grains, DomainOptions platform)
{
    /// <summary>While it is being registered its domain is not removed: say when it is over
    /// (<see cref="Settled"/>).</summary>
    public async Task<SenderGround> Of(TenantId tenant, SenderDraft draft)
    {
        var address = draft.Address;
        if (PlatformAddresses.IsPlatforms(address.Domain, platform))
            return PlatformAddresses.IsOf(tenant, address, platform)
                ? new SenderGround(null, NeedsNoLink: true)
                : Field(
                    "/email", "not_the_tenants",
                    $"At {address.Domain.Unicode} the tenant has {tenant}@{address.Domain} and what begins with "
                    + $"{tenant} and a dot.");
        var vouching = await grains.GetGrain<ITenantGrain>(tenant.Value).Vouch([address]);
        if (vouching.Unvouched.IsEmpty)
            return SenderGround.Good;
        var domain = await Domain(tenant, address).AdmitSender(SenderId.Of(address));
        if (domain is { MaySend: true } || await Passes(tenant, WayRules.AccountOf(domain, vouching.Way), domain))
            return SenderGround.Good;
        if (draft.Account is { } account)
            return await OfLogin(new AccountKey(tenant, account), address);
        return domain is null
            ? No($"{address.Domain.Unicode} is none of the tenant's domains: register and verify it first. For an "
                + "address whose domain is nobody's to verify name the account of your own that logs in with it "
                + "(smtp_account).")
            : No($"{address.Domain.Unicode} is not verified: publish its records first.");
    }

    public Task Settled(TenantId tenant, EmailAddress address) =>
        Domain(tenant, address).SenderSettled(SenderId.Of(address));

    /// <summary>Whoever owns the domain: the account's own server vouches for what it lets out.</summary>
    private async Task<SenderGround> OfLogin(AccountKey account, EmailAddress address)
    {
        var policy = await grains.GetGrain<ISmtpAccountGrain>(account.ToString()).Policy();
        return policy?.LoginAddress?.Key == address.Key
            ? SenderGround.Good with { Account = account.Account }
            : Field(
                "/smtp_account", "not_its_login",
                $"{address} is not what the SMTP account {account.Account} logs in with to a server of its own.");
    }

    private async Task<bool> Passes(TenantId tenant, AccountId? account, DomainPolicy? domain) =>
        domain is not null && account is { } own
        && await Account(tenant, own).Policy() is { ServerPasses: true };

    private IDomainGrain Domain(TenantId tenant, EmailAddress address) =>
        grains.GetGrain<IDomainGrain>(new DomainKey(tenant, address.Domain).ToString());

    private ISmtpAccountGrain Account(TenantId tenant, AccountId account) =>
        grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, account).ToString());

    private static SenderGround No(string detail) =>
        new(Refusal.Of(RefusalCode.DomainNotVerified, detail), NeedsNoLink: false);

    private static SenderGround Field(string pointer, string code, string detail) => new(
        new Refusal(RefusalCode.InvalidField, detail, [new FieldError(pointer, code, detail)]), NeedsNoLink: false);
}

/// <summary>What an address stands on.</summary>
/// <param name="Refusal">Null when it may be registered.</param>
/// <param name="NeedsNoLink">Nobody else has a mailbox there who could say no.</param>
/// <param name="Account">The one account it may be used with: no domain of the tenant's speaks for it. Null for
/// any.</param>
public sealed record SenderGround(Refusal? Refusal, bool NeedsNoLink, AccountId? Account = null)
{
    public static SenderGround Good { get; } = new(null, NeedsNoLink: false);
}
