using System.Collections.Immutable;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Outbox;

/// <summary>Releases held mail whose reason is gone, also where the process died between the decision and the
/// release.</summary>
public sealed class HeldMail(IDueMessages due, UnsignedMail unsigned, IGrainFactory grains)
{
    /// <summary>Reasons that lie in an account; it tells itself whether they are gone.</summary>
    public static ImmutableArray<HoldReason> OfAccounts { get; } =
    [
        HoldReason.AccountPaused, HoldReason.AccountOff, HoldReason.AccountUnchecked, HoldReason.AccountBlocked,
    ];

    /// <summary>Releases everything held for that reason in the partition.</summary>
    public async Task Release(int partition, HoldReason reason, AccountKey? account)
    {
        MessageKey? after = null;
        while (true)
        {
            var page = await due.ReadHeld(partition, reason, account, after, OutboxLimits.ReleasePage);
            await Task.WhenAll(page.Select(key =>
                grains.GetGrain<IMessageGrain>(key.ToString()).Apply(MessageCommand.Release)));
            if (page.Length < OutboxLimits.ReleasePage)
                return;
            after = page[^1];
        }
    }

    /// <summary>Releases a tenant's mail that is held for that reason in the partition.</summary>
    public async Task Release(int partition, HoldReason reason, TenantId tenant)
    {
        foreach (var account in await due.ReadHeldAccounts(partition, reason))
            if (account.Tenant == tenant)
                await Release(partition, reason, account);
    }

    /// <summary>Looks at the first page of each reason, and releases what no longer has one.</summary>
    public async Task ReleaseWhatMayGo(int partition)
    {
        if (await Any(partition, HoldReason.LiveDeliveryOff) is not []
            && (await grains.GetGrain<IPlatformGrain>(PlatformKey.Value).Settings()).LiveDelivery)
            await Release(partition, HoldReason.LiveDeliveryOff, null);
        foreach (var reason in OfAccounts)
            foreach (var account in await due.ReadHeldAccounts(partition, reason))
                if ((await grains.GetGrain<ISmtpAccountGrain>(account.ToString()).Gate()).Reason == HoldReason.None)
                    await Release(partition, reason, account);
        foreach (var account in await due.ReadHeldAccounts(partition, HoldReason.DomainHeld))
            if (!await HasHeldDomain(account.Tenant))
                await Release(partition, HoldReason.DomainHeld, account);
        await unsigned.ReleaseWhatCanBeSigned(partition);
    }

    /// <summary>Of several, each releases by itself what waits for it.</summary>
    private async Task<bool> HasHeldDomain(TenantId tenant) =>
        await grains.GetGrain<IListingGrain>(PlatformKey.Value).Count(
            new ListingQuery(ListingKinds.Domain) { Tenant = tenant, Mark = DomainStatus.Held.ToText() }) > 0;

    private Task<ImmutableArray<MessageKey>> Any(int partition, HoldReason reason) =>
        due.ReadHeld(partition, reason, null, null, 1);
}
