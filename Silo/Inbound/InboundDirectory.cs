using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Mail.Addresses;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Delivery;
using Actors.Silo.Domains;
using Actors.Silo.Platform;

namespace Actors.Silo.Inbound;

/// <summary>Looks up what <see cref="InboundAddressRules"/> decides upon.</summary>
public sealed class InboundDirectory(
    InboundNames names, ReturnPaths paths, PlatformDirectory platform, SendingDomains domains, IGrainFactory grains,
    TimeProvider time)
{
    /// <summary>Tenants that may have registered one and the same domain and are asked.</summary>
    private const int OwnersMax = 10;

    public async ValueTask<InboundAddress> Find(EmailAddress address)
    {
        var claim = ReturnPathToken.TryParse(address.LocalPart, out var token) ? await Prove(token) : null;
        var isFeedback = names.IsFeedback(address);
        var isOurs = isFeedback || names.IsHost(address.Domain)
            || (claim is not null && await domains.Of(claim.Message.Tenant, address.Domain) is not null)
            || await IsReturnPathHost(address.Domain);
        return InboundAddressRules.Of(address, isFeedback, isOurs, claim, time.GetUtcNow());
    }

    /// <returns>Null where this platform has not made it, or its tenant is gone.</returns>
    public async ValueTask<ReturnPathClaim?> Prove(ReturnPathToken token)
    {
        if (paths.Keys is not { } keys)
            return null;
        if (platform.TenantsOf(token.TenantTag).IsEmpty) // a tenant of this very second: its bounces come at once
            platform.Update(await grains.GetGrain<IPlatformGrain>(PlatformKey.Value).Settings());
        foreach (var tenant in platform.TenantsOf(token.TenantTag))
            if (token.IsOf(keys, tenant.Value))
                return new ReturnPathClaim(
                    new MessageKey(tenant, new MessageId(
                        SubmissionId.FromKey(SortableId.FromBits(token.Submission)), token.Recipient)),
                    token.Contact, token.Account);
        return null;
    }

    /// <summary>Whether some tenant has it as the host of its return paths.</summary>
    private async Task<bool> IsReturnPathHost(DomainName host)
    {
        var dot = host.Ascii.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !DomainName.TryParse(host.Ascii[(dot + 1)..], out var domain))
            return false;
        var page = await grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.Domain) { Topic = domain.Ascii, Limit = OwnersMax });
        foreach (var (tenant, _) in page.Items)
        {
            var key = new DomainKey(tenant!.Value, domain);
            var found = await grains.GetGrain<IDomainGrain>(key.ToString()).Get();
            if (found.Value?.ReturnPathHost == host.Ascii)
                return true;
        }
        return false;
    }
}
