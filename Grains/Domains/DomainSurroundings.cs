using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;

namespace Actors.Grains.Domains;

/// <summary>What a domain asks and tells other grains.</summary>
public sealed class DomainSurroundings(IGrainFactory grains)
{
    /// <returns>Null when the tenant may have another domain.</returns>
    public async Task<Refusal?> RefuseAnother(TenantId tenant)
    {
        if (tenant == PlatformSender.Tenant)
            return null;
        var count = await grains.GetGrain<IListingGrain>(PlatformKey.Value)
            .Count(new ListingQuery(ListingKinds.Domain) { Tenant = tenant });
        return await grains.GetGrain<ITenantGrain>(tenant.Value).MayAdd(PlanFeature.Domains, count);
    }

    /// <returns>Null when a domain's mail can leave by the account.</returns>
    public async Task<Refusal?> RefuseAccount(TenantId tenant, AccountId account) =>
        await Account(tenant, account).Policy() is { Addressing.ByOwnServer: true }
            ? null
            : WayOutRules.NoOwnServer(account);

    /// <returns>The account whose passed check stands for the domain's records; null for none.</returns>
    public async Task<AccountId?> VerifiedFor(TenantId tenant, DomainPolicy domain)
    {
        if (domain.WayOut is not (WayOut.Own or WayOut.Automatic) || tenant == PlatformSender.Tenant)
            return null;
        var way = await grains.GetGrain<ITenantGrain>(tenant.Value).WayOut();
        return WayRules.AccountOf(domain, way.Value ?? TenantWay.Default) is { } account
            && await Account(tenant, account).Policy() is { ServerPasses: true }
                ? account
                : null;
    }

    /// <returns>Null when the tenant has what a selector and a report address of its own need.</returns>
    public Task<Refusal?> RefuseBranding(TenantId tenant) =>
        grains.GetGrain<ITenantGrain>(tenant.Value).MayAdd(PlanFeature.DedicatedIps, 0);

    /// <returns>Null when nothing needs the domain.</returns>
    public async Task<Refusal?> RefuseRemoval(DomainKey domain)
    {
        var senders = await grains.GetGrain<IListingGrain>(PlatformKey.Value).Count(
            new ListingQuery(ListingKinds.Sender) { Tenant = domain.Tenant, Topic = domain.Domain.Ascii });
        return senders == 0
            ? null
            : Refusal.Of(
                RefusalCode.InUse,
                $"{domain.Domain.Unicode} has {senders} sender{(senders == 1 ? "" : "s")}: remove them first.");
    }

    /// <summary>Releases what was held because a domain was broken; mail of another that still is comes to wait
    /// again.</summary>
    public Task Release(TenantId tenant) => grains.Release(tenant, HoldReason.DomainHeld);

    private ISmtpAccountGrain Account(TenantId tenant, AccountId account) =>
        grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, account).ToString());
}
