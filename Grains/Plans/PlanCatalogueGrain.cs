using Actors.Grains.Answers;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;

namespace Actors.Grains.Plans;

public sealed class PlanCatalogueGrain(
    [PersistentState("plan-catalogue", StorageNames.Grains)] IPersistentState<PlanCatalogueState> stored,
    TimeProvider time) : Grain, IPlanCatalogueGrain
{
    /// <summary>Tenants told of a change in one turn.</summary>
    private const int Page = 100;

    /// <summary>Of a catalogue that was never changed.</summary>
    private const string FirstEtag = "0";

    private string Etag => stored.RecordExists ? stored.Etag! : FirstEtag;

    private IListingGrain Listings => GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value);

    public Task<PlanCatalogue> Get() => Task.FromResult(stored.State.View());

    public Task<Answer<PlanCatalogue>> Read() => Task.FromResult(Answer.Of(stored.State.View(), Etag));

    public Task<Answer<PlanCatalogue>> SetPlan(PlanName plan, PlanTerms terms, string? ifMatch) => Save(
        ifMatch, state => state with
        {
            Plans = state.Plans.SetItem((int)plan, terms),
            DueAt = terms == state.Plans[(int)plan] ? state.DueAt : time.GetUtcNow(),
            Told = null,
        });

    public Task<Answer<PlanCatalogue>> SetAddOn(AddOn addOn, AddOnTerms terms, string? ifMatch) => Save(
        ifMatch, state => state with { AddOns = state.AddOns.SetItem((int)addOn, terms) });

    public async Task<Answer<PlanCatalogue>> SetBilling(string currency, NoticePeriod notice, string? ifMatch)
    {
        var ledgers = currency == stored.State.Currency
            ? 0
            : await Listings.Count(new ListingQuery(ListingKinds.Subscription));
        return ledgers > 0
            ? Refusal.Of(RefusalCode.InUse, $"There are ledgers in {stored.State.Currency} already.")
            : await Save(ifMatch, state => state with { Currency = currency, Notice = notice });
    }

    /// <summary>Tells a page of tenants of a change; the next look of the clock goes on.</summary>
    public async Task Wake()
    {
        if (stored.State.DueAt is not { } since)
            return;
        var page = await Listings.List(new ListingQuery(ListingKinds.Subscription)
        {
            After = stored.State.Told is { } told ? new ListedId(told, told.Value) : null,
            Limit = Page,
        });
        foreach (var one in page.Items)
            await GrainFactory.GetGrain<ISubscriptionGrain>(one.Tenant!.Value.Value).Wake();
        if (stored.State.DueAt != since)
            return; // changed meanwhile: from the first again
        await stored.Save(
            page.HasMore
                ? stored.State with { Told = page.Items[^1].Tenant }
                : stored.State with { Told = null, DueAt = null },
            this);
    }

    private async Task<Answer<PlanCatalogue>> Save(
        string? ifMatch, Func<PlanCatalogueState, PlanCatalogueState> change)
    {
        if (Answer.Stale(ifMatch, Etag) is { } stale)
            return stale;
        await stored.Save(change(stored.State), this);
        return Answer.Of(stored.State.View(), Etag);
    }
}
