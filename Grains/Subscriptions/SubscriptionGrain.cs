using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Registrar;
using Actors.Grains.Tenants;
using Actors.Grains.Users;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Subscriptions;

/// <summary>Shell of a contract: loads, asks the rules, commits once, files what is over.</summary>
public sealed class SubscriptionGrain(
    [PersistentState("subscription", StorageNames.Grains)] IPersistentState<SubscriptionState> stored,
    IIdSource chance,
    TimeProvider time,
    ILogger<SubscriptionGrain> log) : Grain, ISubscriptionGrain
{
    private const string RequestPrefix = "prq_";

    /// <summary>While a command runs the smaller of both plans counts: nothing is added that it has no room for between
    /// counting what is used and the commit. Null between commands.</summary>
    private PlanName? weighed;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task Begin(PlanName plan, CustomerData customer)
    {
        var catalogue = await Catalogue();
        if (!stored.RecordExists)
            await Save(CycleRules.Begin(plan, customer, catalogue, time.GetUtcNow()), catalogue);
    }

    public async Task<Answer<SubscriptionView>> Get()
    {
        return View(await Catalogue());
    }

    public async Task<PlanView> Plan()
    {
        var catalogue = await Catalogue();
        var state = Present(catalogue);
        return SubscriptionRules.View(weighed < state.Plan ? state with { Plan = weighed.Value } : state, catalogue);
    }

    public async Task<LedgerCycle> Cycle() => Present(await Catalogue()).Cycle;

    public async Task<Answer<SubscriptionView>> Apply(SubscriptionCommand command, string? ifMatch)
    {
        weighed = stored.RecordExists ? Smaller(stored.State.Plan, command) : null;
        try
        {
            return await Decide(command, ifMatch);
        }
        finally
        {
            weighed = null;
        }
    }

    public async Task Wake()
    {
        var catalogue = await Catalogue();
        if (!stored.RecordExists)
            return;
        await Save(CycleRules.Advance(stored.State, catalogue, time.GetUtcNow()), catalogue);
        await Follow();
    }

    public Task<string?> Export() => Task.FromResult(stored.RecordExists ? ExportLine.Of(stored.State) : null);

    public Task Erase() => stored.Erase(this);

    private async Task<Answer<SubscriptionView>> Decide(SubscriptionCommand command, string? ifMatch)
    {
        var catalogue = await Catalogue();
        var usage = command is SubscriptionCommand.Downgrade or SubscriptionCommand.SetPlan
            ? await Usage()
            : new PlanUsage(0, 0, 0);
        if (Answer.Stale(ifMatch, stored.Etag) is { } stale)
            return stale;
        if (!stored.RecordExists && await GrainFactory.GetGrain<ITenantGrain>(Tenant.Value).Get() is null)
            return Answer.NotFound; // has left meanwhile
        var now = time.GetUtcNow();
        var (next, refusal) = SubscriptionRules.Decide(
            Present(catalogue), command, catalogue, usage, NewId(now), now);
        if (refusal is not null)
            return refusal;
        await Save(next!, catalogue);
        await Follow();
        return View(catalogue);
    }

    /// <summary>As of now, also where nobody has looked since the turn of the month.</summary>
    private SubscriptionState Present(PlanCatalogue catalogue)
    {
        var now = time.GetUtcNow();
        return stored.RecordExists
            ? CycleRules.Advance(stored.State, catalogue, now)
            : CycleRules.BeforePlans(catalogue, now);
    }

    private static PlanName Smaller(PlanName plan, SubscriptionCommand command) => command switch
    {
        SubscriptionCommand.Downgrade to when to.Plan < plan => to.Plan,
        SubscriptionCommand.SetPlan set when set.Plan < plan => set.Plan,
        _ => plan,
    };

    /// <summary>Gives cycles that are over to grains of their own, and hands mails over; after a crash,
    /// again.</summary>
    private async Task Follow()
    {
        while (stored.State.Unfiled is [var over, .. var rest])
        {
            await GrainFactory.GetGrain<ILedgerGrain>(LedgerKey.Of(Tenant, over.Month)).File(over);
            await stored.Save(stored.State with { Unfiled = rest }, this);
        }
        await stored.Drain(Tenant, GrainFactory, this, log);
    }

    private Answer<SubscriptionView> View(PlanCatalogue catalogue)
    {
        var state = Present(catalogue);
        return Answer.Of(
            new SubscriptionView(
                SubscriptionRules.View(state, catalogue), state.PlanPrice, state.Cycle.Currency, state.PlanEndsAt,
                state.AddOns, state.Requests, state.Customer, state.Cycle.Month, state.Cycle.Balance()),
            stored.Etag);
    }

    /// <summary>With all that was under way when it was asked: each owner counts in a turn of its own.</summary>
    private async Task<PlanUsage> Usage()
    {
        var domains = await GrainFactory.GetGrain<IRegistrarGrain>(Tenant.Value).CountDomains();
        var users = await GrainFactory.GetGrain<ITenantUsersGrain>(Tenant.Value).Count();
        return new PlanUsage(domains, users.All, users.OtherRoles);
    }

    private Task<PlanCatalogue> Catalogue() =>
        GrainFactory.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value).Get();

    private async Task Save(SubscriptionState next, PlanCatalogue catalogue)
    {
        if (stored.RecordExists && PlanMails.IsChanged(stored.State, next))
            next = PlanMails.Told(stored.State, next, await GrainFactory.AdminsOf(Tenant), time.GetUtcNow());
        await stored.Save(SubscriptionRules.WithRetention(next, catalogue), this);
    }

    private string NewId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return RequestPrefix + SortableId.Create(now, bytes).ToLowerInvariant();
    }
}
