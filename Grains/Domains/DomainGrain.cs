using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Domains;

/// <summary>Shell of a domain: what its owner asks for and what others ask of it.</summary>
public sealed partial class DomainGrain(
    [PersistentState("domain", StorageNames.Grains)] IPersistentState<DomainState> stored,
    DomainOptions options,
    DomainSurroundings around,
    IDomainWorks works,
    IDomainDirectory directory,
    LinkIssuer links,
    IIdSource ids,
    IChance chance,
    TimeProvider time,
    ILogger<DomainGrain> log) : BriefGrain, IDomainGrain
{
    private const int TokenLetters = 12;

    private DomainKey Key => DomainKey.Parse(this.GetPrimaryKeyString());

    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<Answer<DomainView>> Register(DomainDraft draft)
    {
        if (stored.State.IsThere)
        {
            if (Key.Tenant == PlatformSender.Tenant) // its records follow the operator's settings
                await Save(DomainRules.AskedToLookAnew(stored.State with { Unpublished = true }, Now));
            return await View();
        }
        if (Key.Tenant != PlatformSender.Tenant && DomainNames.Refuse(Key.Domain, options) is { } name)
            return name;
        if (DomainChanges.Refuse(draft.ReturnPathLabel, draft.TrackingLabel) is { } label)
            return label;
        if (await around.RefuseAnother(Key.Tenant) is { } refusal)
            return refusal;
        var token = Secret.Generate("", ids)[..TokenLetters];
        await Save(DomainRules.Again(DomainRules.Registered(draft, token, Now), stored.State));
        await Order();
        return await View() with { IsNew = true };
    }

    public async Task<Answer<DomainView>> Get() => stored.State.IsThere ? await View() : Answer.NotFound;

    public async Task<Answer<DomainView>> Change(DomainChange change)
    {
        if (!stored.State.IsThere)
            return Answer.NotFound;
        if (Answer.Stale(change.IfMatch, stored.State.Etag) is { } stale)
            return stale;
        if (change.Account is { } account && await around.RefuseAccount(Key.Tenant, account) is { } unknown)
            return unknown;
        var branding = await around.RefuseBranding(Key.Tenant);
        var (next, refusal) = DomainChanges.Apply(stored.State, change, branding, Now);
        if (refusal is not null)
            return refusal;
        await Save(next);
        await Order();
        return await View();
    }

    public async Task<Answer<DomainView>> VerifyNow()
    {
        if (!stored.State.IsThere)
            return Answer.NotFound;
        await Save(DomainRules.AskedToLook(stored.State, Now));
        await Order();
        return await View();
    }

    public async Task<Refusal?> Delete(string? ifMatch)
    {
        if (!stored.State.IsThere)
            return Answer.NotFound;
        if ((Answer.Stale(ifMatch, stored.State.Etag) ?? await RefuseRemoval()) is { } refusal)
            return refusal;
        await Erase();
        return null;
    }

    public Task<string?> Export() => Task.FromResult(
        stored.State.IsThere ? ExportLine.Of(DomainViews.View(stored.State, Key, options)) : null);

    /// <summary>What is left of it is the names that the platform's zone still has.</summary>
    public async Task Erase()
    {
        if (!stored.State.IsThere)
            return;
        await Save(DomainRules.Deleted(stored.State, Now));
        await Order();
    }

    public Task<DomainPolicy?> Policy() =>
        Task.FromResult(stored.State.IsThere ? DomainViews.Policy(stored.State) : null);

    public Task<DomainDelivery?> Delivery()
    {
        if (stored.State.IsThere)
            return Task.FromResult<DomainDelivery?>(DomainViews.Delivery(stored.State, Key));
        LeaveSoon(); // names that are asked for leave nothing in memory
        return Task.FromResult<DomainDelivery?>(null);
    }

    public Task<ImmutableArray<ZoneEntry>> Zone() => Task.FromResult<ImmutableArray<ZoneEntry>>(stored.State.IsThere
        ? [.. DomainRecords.Sets(stored.State, Key.Domain, options).SelectMany(set => set.Entries)]
        : []);

    private async Task<Answer<DomainView>> View() => Answer.Of(
        DomainViews.View(stored.State, Key, options) with
        {
            VerifiedFor = await around.VerifiedFor(Key.Tenant, DomainViews.Policy(stored.State)),
        },
        stored.State.Etag);

    private async Task Save(DomainState next)
    {
        if (next == stored.State)
            return;
        await stored.Save(next with { Version = stored.State.Version + 1 }, this);
        directory.Forget(Key);
    }
}
