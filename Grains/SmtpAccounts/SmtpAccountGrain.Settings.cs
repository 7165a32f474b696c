using System.Text;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Listings;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.SmtpAccounts;

/// <content>What the tenant sets.</content>
public sealed partial class SmtpAccountGrain
{
    public async Task<Answer<SmtpAccountView>> Ask(AccountRequest request)
    {
        if (stored.RecordExists && stored.State.Settings != request.Settings)
            return Refusal.Of(RefusalCode.AlreadyExists, $"There is an SMTP account {Key.Account} already.");
        if (stored.RecordExists)
        {
            await Wake(); // the process may have died before its tenant knew of it
            return Answered();
        }

        if (Reachable(request.Settings) is { } unreachable)
            return unreachable;
        if (await MayHave(request.Settings, isNew: true) is { } limit)
            return limit;
        var (state, refusal) = AccountRules.Begin(request, Sealed(request.Secrets), time.GetUtcNow());
        if (refusal is not null)
            return refusal;
        await stored.Save(state! with { DueAt = time.GetUtcNow() }, this); // until its tenant knows of it
        await Wake();
        return Answered() with { IsNew = true };
    }

    public async Task<Answer<SmtpAccountView>> Change(
        AccountSettings settings, AccountSecrets secrets, string? ifMatch)
    {
        if (!stored.RecordExists)
            return Answer.NotFound;
        if (Answer.Stale(ifMatch, stored.Etag) is { } stale)
            return stale;
        if (Reachable(settings) is { } unreachable)
            return unreachable;
        if (await MayHave(settings, isNew: false) is { } limit)
            return limit;
        var (next, refusal) = AccountRules.Change(stored.State, settings, Sealed(secrets));
        if (refusal is not null)
            return refusal;
        await Save(next!);
        return Answered();
    }

    public async Task<Answer<SmtpAccountView>> Switch(bool on)
    {
        if (!stored.RecordExists)
            return Answer.NotFound;
        if (on && AccountRules.RefuseEnabling(stored.State) is { } refusal)
            return refusal;
        await Save(stored.State with { SwitchedOff = !on });
        return Answered();
    }

    public async Task Wake()
    {
        if (!stored.RecordExists)
            return;
        if (stored.State is { DueAt: not null, Closing: false })
            await Tenant.AddAccount(Key.Account.Value);
        if (stored.State.Outgoing.IsEmpty)
            await stored.Save(stored.State with { DueAt = null }, this);
        await Drain();
    }

    /// <summary>Logins first: none may outlive its account.</summary>
    public async Task Erase()
    {
        foreach (var login in stored.State.Logins)
            await GrainFactory.GetGrain<ISmtpLoginGrain>(login.UserName).Revoke();
        if (stored.RecordExists) // whatever it knows of: a network is trusted before the account is told
            await GrainFactory.GetGrain<IPlatformGrain>(PlatformKey.Value).SetTrustedNetworks(Key, []);
        await stored.Erase(this);
    }

    private Refusal? Reachable(AccountSettings settings)
    {
        if (settings.Server is not { } server)
            return null;
        if (guard.Refuse(server.Host) is { } refusal)
            return AccountRules.Field("/server/host", "not_allowed", refusal);
        return server.Proxy is { } proxy && guard.Refuse(proxy.Address) is { } no
            ? AccountRules.Field("/proxy/address", "not_allowed", no)
            : null;
    }

    private async Task<Refusal?> MayHave(AccountSettings settings, bool isNew)
    {
        var listings = GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value);
        var mine = new ListingQuery(ListingKinds.SmtpAccount) { Tenant = Key.Tenant };
        if (isNew && await listings.Count(mine) >= AccountLimits.AccountsMax)
            return Refusal.Of(
                RefusalCode.Conflict, $"A tenant has at most {AccountLimits.AccountsMax} SMTP accounts.");
        if (!settings.DedicatedIp || stored.State.Effective.DedicatedIp)
            return null;
        var others = await listings.Count(mine with { Mark = AccountWords.Dedicated });
        return await Tenant.MayAdd(PlanFeature.DedicatedIps, others);
    }

    private SealedSecrets Sealed(AccountSecrets given) => new(
        Sealed(AccountSecretPurposes.Password(Key), given.Password),
        Sealed(AccountSecretPurposes.ProxyPassword(Key), given.ProxyPassword));

    private string? Sealed(string purpose, string? secret) =>
        secret is null ? null : box.Seal(purpose, Encoding.UTF8.GetBytes(secret));
}
