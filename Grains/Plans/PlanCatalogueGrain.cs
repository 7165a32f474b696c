using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Plans;

public sealed class PlanCatalogueGrain(
    [PersistentState("plan-catalogue", StorageNames.Grains)] IPersistentState<PlanCatalogueState> stored,
    TimeProvider time, ILogger<PlanCatalogueGrain> log) : Grain, IPlanCatalogueGrain
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
            Untold = [],
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

    /// <summary>Tells a page of tenants of a change, and those again who could not be told before; the next look of the
    /// clock goes on.</summary>
    public async Task Wake()
    {
        if (stored.State.DueAt is null)
            return;
        var page = await NextPage();
        var untold = await Tell(page.Items.Select(one => one.Tenant!.Value).Union(stored.State.Untold));
        await stored.Save(
            stored.State with
            {
                Told = page.Items is [.., var last] ? last.Tenant : stored.State.Told,
                Untold = untold,
                DueAt = page.HasMore || !untold.IsEmpty ? stored.State.DueAt : null,
            },
            this);
    }

    private Task<ListingPage> NextPage() => Listings.List(new ListingQuery(ListingKinds.Subscription)
    {
        After = stored.State.Told is { } told ? new ListedId(told, told.Value) : null,
        Limit = Page,
    });

    /// <returns>Those that could not be told: nobody else waits for them.</returns>
    private async Task<ImmutableArray<TenantId>> Tell(IEnumerable<TenantId> tenants)
    {
        var untold = ImmutableArray.CreateBuilder<TenantId>();
        foreach (var tenant in tenants)
        {
            try
            {
                await GrainFactory.GetGrain<ISubscriptionGrain>(tenant.Value).Wake();
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "the plan of tenant {Tenant} could not be brought up to date", tenant);
                untold.Add(tenant);
            }
        }

        return untold.ToImmutable();
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
