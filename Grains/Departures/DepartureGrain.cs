using Actors.Grains.Answers;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Tenants;

namespace Actors.Grains.Departures;

/// <summary>Shell of a departure. Erasing goes on from look to look of the clock; each step may be repeated.</summary>
public sealed class DepartureGrain(
    [PersistentState("departure", StorageNames.Grains)] IPersistentState<DepartureState> stored,
    ITenantRows rows,
    TimeProvider time) : Grain, IDepartureGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private ITenantGrain Owner => GrainFactory.GetGrain<ITenantGrain>(Tenant.Value);

    private IPlatformGrain Platform => GrainFactory.GetGrain<IPlatformGrain>(PlatformKey.Value);

    public Task<Departure> Get() => Task.FromResult(stored.State.Departure);

    public async Task<Answer<Departure>> Leave()
    {
        var catalogue = await GrainFactory.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value).Get();
        return await Answered(DepartureRules.Leave(stored.State.Departure, time.GetUtcNow(), catalogue.Notice));
    }

    public Task<Answer<Departure>> Stay() =>
        Answered(DepartureRules.Stay(stored.State.Departure, time.GetUtcNow()));

    public async Task Wake()
    {
        await Save(DepartureRules.At(stored.State.Departure, time.GetUtcNow()));
        if (stored.State.Departure.Phase != DeparturePhase.Erasing)
            return;
        await Owner.Erase(); // first: who has no key and no login makes nothing new
        await Platform.RemoveTenant(Tenant);
        foreach (var (_, part) in TenantParts.Unlisted(GrainFactory, Tenant))
            await part.Erase();
        await EraseParts();
        if (await CancelMessages() && await EraseRows() && await HasLeftZone())
            await Save(DepartureRules.Erased(stored.State.Departure, time.GetUtcNow()));
    }

    /// <summary>Every grain of the tenant that stands in a list: each leaves the list as it is erased.</summary>
    private async Task EraseParts()
    {
        var listings = GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value);
        foreach (var kind in TenantParts.Kinds)
        {
            var query = new ListingQuery(kind) { Tenant = Tenant, Limit = DepartureLimits.Page };
            for (var more = true; more;)
            {
                var page = await listings.List(query);
                foreach (var one in page.Items)
                    await TenantParts.Find(GrainFactory, kind, one).Erase();
                more = page.HasMore;
                query = query with { After = more ? page.Items[^1] : null };
            }
        }
    }

    /// <returns>Whether no message is left that has not ended. One on the wire ends with its attempt.</returns>
    private async Task<bool> CancelMessages()
    {
        var open = await rows.Unfinished(Tenant, DepartureLimits.MessagesMax);
        foreach (var message in open)
            await GrainFactory.GetGrain<IMessageGrain>(message.ToString()).Apply(MessageCommand.Cancel);
        return open.IsEmpty || (open.Length < DepartureLimits.MessagesMax && await NoneLeft());
    }

    private async Task<bool> NoneLeft() => (await rows.Unfinished(Tenant, 1)).IsEmpty;

    /// <returns>Whether nothing is left.</returns>
    private async Task<bool> EraseRows()
    {
        for (var step = 0; step < DepartureLimits.StepsMax; step++)
        {
            if (!await rows.EraseSome(Tenant))
                return true;
        }

        return false;
    }

    /// <summary>Each deleted domain tells the platform's zone again until it has heard.</summary>
    private async Task<bool> HasLeftZone() => await GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value)
        .Count(new ListingQuery(ListingKinds.DeletedDomain) { Tenant = Tenant }) == 0;

    private async Task<Answer<Departure>> Answered(Departure? next)
    {
        if (next is null)
            return DepartureRules.TooLate;
        await Save(next);
        return Answer.Of(next, stored.Etag);
    }

    private Task Save(Departure next) => next == stored.State.Departure
        ? Task.CompletedTask
        : stored.Save(stored.State with { Departure = next }, this);
}
