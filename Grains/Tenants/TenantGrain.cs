using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tenants;

public sealed class TenantGrain(
    [PersistentState("tenant", StorageNames.Grains)] IPersistentState<TenantState> stored,
    IIdSource chance,
    TimeProvider time) : Grain, ITenantGrain
{
    private const int KeyIdLetters = 12;
    private const int HintLetters = 4;

    private bool IsThere => stored.RecordExists && !stored.State.HasLeft;

    private ISubscriptionGrain Subscription => GrainFactory.GetGrain<ISubscriptionGrain>(Tenant.Value);

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task<bool> Create(string name)
    {
        if (stored.RecordExists)
            return false;
        if (Tenant != PlatformSender.Tenant) // the platform is no customer of itself
            await Subscription.Begin(PlanName.Startup, new CustomerData { Company = name });
        await stored.Save(new TenantState { Name = name, CreatedAt = time.GetUtcNow() }, this);
        return true;
    }

    public Task<TenantView?> Get() => Task.FromResult(IsThere
        ? new TenantView(
            Tenant.Value, stored.State.Name, stored.State.Accounts, stored.State.Senders,
            [.. stored.State.ApiKeys.Select(key => key.View)], stored.State.CreatedAt)
        : null);

    public async Task AddSender(VerifiedSender sender)
    {
        var state = Existing();
        if (!state.Senders.Contains(sender))
            await stored.Save(state with { Senders = state.Senders.Add(sender) }, this);
    }

    public async Task RemoveSender(VerifiedSender sender)
    {
        var state = Existing();
        await stored.Save(state with { Senders = state.Senders.Remove(sender) }, this);
    }

    public Task<Vouching> Vouch(ImmutableArray<EmailAddress> addresses) =>
        Task.FromResult(new Vouching(addresses.RemoveAll(Vouches), stored.State.Way));

    public Task<Answer<TenantWay>> WayOut() => Task.FromResult<Answer<TenantWay>>(
        IsThere ? Answer.Of(stored.State.Way, $"{stored.State.WayRevision}") : Answer.NotFound);

    public async Task<Answer<TenantWay>> SetWayOut(TenantWay way, string? ifMatch)
    {
        var state = Existing();
        if (Answer.Stale(ifMatch, $"{state.WayRevision}") is { } stale)
            return stale;
        if (way != state.Way)
            await stored.Save(state with { Way = way, WayRevision = state.WayRevision + 1 }, this);
        return await WayOut();
    }

    public async Task AddAccount(string accountId)
    {
        var state = Existing();
        if (state.Accounts.Contains(accountId))
            return;
        await stored.Save(state with { Accounts = state.Accounts.Add(accountId) }, this);
        if (Tenant != PlatformSender.Tenant) // a block that it is under holds for the new one too; nobody waits
            _ = GrainFactory.GetGrain<IThresholdGrain>(Tenant.Value).Look();
    }

    public async Task RemoveAccount(string accountId)
    {
        if (stored.State.Accounts.Contains(accountId))
            await stored.Save(stored.State with { Accounts = stored.State.Accounts.Remove(accountId) }, this);
    }

    public Task<AccountId?> OnlyAccount() => Task.FromResult(stored.State.Way.Account ?? (
        stored.State.Accounts is [var only] && AccountId.TryParse(only, out var account) ? account : (AccountId?)null));

    public async Task<IssuedApiKey?> IssueApiKey(string name, ApiKeyGrant? grant)
    {
        var state = Existing();
        if (state.ApiKeys.Length >= ApiKeyGrant.KeysMax)
            return null;
        var secret = Secret.Generate("ak_", chance);
        var view = new ApiKeyView(
            "key_" + Secret.Generate("", chance)[..KeyIdLetters], name, secret[^HintLetters..], time.GetUtcNow(),
            grant);
        var hash = Secret.Hash(secret);
        await GrainFactory.GetGrain<IApiKeyGrain>(hash).Issue(
            Tenant, view.Id, grant ?? ApiKeyGrant.Everything);
        await stored.Save(state with { ApiKeys = state.ApiKeys.Add(new StoredApiKey(view, hash)) }, this);
        return new IssuedApiKey(view, secret);
    }

    public Task<ImmutableArray<ApiKeyEntry>> ApiKeys() => Task.FromResult(
        stored.State.ApiKeys.Select(key => new ApiKeyEntry(key.View, key.Hash)).ToImmutableArray());

    public async Task<bool> RevokeApiKey(string keyId)
    {
        var state = Existing();
        if (state.ApiKeys.FirstOrDefault(key => key.View.Id == keyId) is not { } key)
            return false;
        await GrainFactory.GetGrain<IApiKeyGrain>(key.Hash).Revoke();
        await stored.Save(state with { ApiKeys = state.ApiKeys.Remove(key) }, this);
        return true;
    }

    public Task<PlanView> PlanOf() => Subscription.Plan();

    public async Task<Refusal?> MayAdd(PlanFeature feature, int current)
    {
        var has = await Subscription.Plan();
        var catalogue = await GrainFactory.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value).Get();
        return PlanLimits.MayAdd(has, catalogue, feature, current);
    }

    public async Task<string?> Export() => ExportLine.Of(await Get());

    /// <summary>What is left remembers that the id was used.</summary>
    public async Task Erase()
    {
        foreach (var key in stored.State.ApiKeys)
            await GrainFactory.GetGrain<IApiKeyGrain>(key.Hash).Revoke();
        if (IsThere)
            await stored.Save(new TenantState { HasLeft = true, CreatedAt = stored.State.CreatedAt }, this);
    }

    private bool Vouches(EmailAddress address)
    {
        foreach (var sender in stored.State.Senders)
            if (sender.Covers(address))
                return true;
        return false;
    }

    private TenantState Existing() => IsThere
        ? stored.State
        : throw new InvalidOperationException($"tenant {Tenant} does not exist");
}
