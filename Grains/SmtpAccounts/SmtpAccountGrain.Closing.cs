using Actors.Grains.Answers;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;

namespace Actors.Grains.SmtpAccounts;

/// <content>How an account ends, and what it is needed for.</content>
public sealed partial class SmtpAccountGrain
{
    public async Task<Refusal?> Close(string? ifMatch, bool force)
    {
        if (!stored.RecordExists)
            return Answer.NotFound;
        if (Answer.Stale(ifMatch, stored.Etag) is { } stale)
            return stale;
        if (await RefuseNeeded() is { } needed)
            return needed;
        if (!force && await HasMail())
            return Refusal.Of(
                RefusalCode.InUse, "Mail of this account is queued: wait until it has gone, or ask to drop it.");
        await stored.Save(stored.State with { Closing = true }, this);
        return null;
    }

    /// <summary>What leaves by it would leave by nothing.</summary>
    private async Task<Refusal?> RefuseNeeded()
    {
        if ((await GrainFactory.GetGrain<IWayOutGrain>(Key.Tenant.Value).Get()).Value?.Way.Account == Key.Account)
            return Refusal.Of(RefusalCode.InUse, "The tenant's mail leaves by this account: choose another way first.");
        var domains = await GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value).Count(
            new ListingQuery(ListingKinds.Domain) { Tenant = Key.Tenant, Mark = Key.Account.Value });
        return domains == 0
            ? null
            : Refusal.Of(
                RefusalCode.InUse,
                $"Mail of {domains} domain{(domains == 1 ? "" : "s")} leaves by this account: choose another way "
                + "first.");
    }

    private async Task<bool> HasMail()
    {
        var messages = GrainFactory.GetGrain<IMessageQueryGrain>(Key.Tenant.Value);
        return !(await messages.Queued(Key.Account, 1)).IsEmpty;
    }
}
