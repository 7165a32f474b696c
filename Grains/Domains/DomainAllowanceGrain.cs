using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Domains;

public sealed class DomainAllowanceGrain(TimeProvider time) : Grain, IDomainAllowanceGrain
{
    private readonly Dictionary<DomainName, DateTimeOffset> admitted = [];

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private ListingQuery Mine => new(ListingKinds.Domain) { Tenant = Tenant };

    private IListingGrain Listings => GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value);

    public async Task<Refusal?> Admit(DomainName domain)
    {
        var now = time.GetUtcNow();
        foreach (var (other, at) in admitted)
            if (now - at >= DomainLimits.AdmissionLife || other.Equals(domain))
                admitted.Remove(other);
        var refusal = await GrainFactory.GetGrain<ITenantGrain>(Tenant.Value)
            .MayAdd(PlanFeature.Domains, await Count());
        if (refusal is null)
            admitted[domain] = now;
        return refusal;
    }

    public Task Settled(DomainName domain)
    {
        admitted.Remove(domain);
        return Task.CompletedTask;
    }

    /// <summary>Those that are stored, and those that are about to be. One may be stored between the two counts: then
    /// they are made again, which happens once for each at most.</summary>
    private async Task<int> Count()
    {
        while (true)
        {
            var missing = await Missing();
            var stored = await Listings.Count(Mine);
            if (await Missing() == missing)
                return stored + missing;
        }
    }

    private async Task<int> Missing()
    {
        var missing = 0;
        foreach (var domain in admitted.Keys)
            if (await Listings.Count(Mine with { Topic = domain.Ascii }) == 0)
                missing++;
        return missing;
    }
}
