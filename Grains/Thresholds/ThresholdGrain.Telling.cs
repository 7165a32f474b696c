using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Grains.Users;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Thresholds;

/// <content>What follows a commit: accounts are blocked or lifted, then mails go.</content>
public sealed partial class ThresholdGrain
{
    /// <summary>Names of blocked accounts that a mail lists.</summary>
    private const int NamesMax = 10;

    /// <summary>Blocks and lifts before anybody is told by mail; after a crash, again. Of a block accounts are told
    /// each time: they may have been made since.</summary>
    private async Task Act()
    {
        foreach (var (id, watched) in stored.State.Accounts.Where(one => IsToTell(one.Value)).ToArray())
        {
            await Tell(new AccountKey(Tenant, AccountId.Parse(id)), BlockCause.Account, watched);
            await stored.Save(
                stored.State with
                {
                    Accounts = stored.State.Accounts.SetItem(id, stored.State.Accounts[id] with { IsToTell = false }),
                },
                this);
        }

        if (IsToTell(stored.State.Tenant))
        {
            foreach (var account in await Accounts())
                await Tell(account, BlockCause.Tenant, stored.State.Tenant);
            await stored.Save(
                stored.State with { Tenant = stored.State.Tenant with { IsToTell = false } }, this);
        }

        await stored.Drain(Tenant, GrainFactory, this, log);
    }

    private static bool IsToTell(Watched watched) => watched.IsToTell || watched.Level == HealthLevel.Blocked;

    private Task Tell(AccountKey key, BlockCause cause, Watched watched)
    {
        var account = GrainFactory.GetGrain<ISmtpAccountGrain>(key.ToString());
        return watched is { Level: HealthLevel.Blocked, Since: { } since, Reason: { } reason }
            ? account.Block(new AccountBlock(cause, watched.Blocks, since, reason))
            : account.Unblock(cause, watched.Blocks);
    }

    private async Task<ImmutableArray<PlatformMail>> Mails(ImmutableArray<ThresholdNews> news)
    {
        var admins = await GrainFactory.AdminsOf(Tenant);
        var operators = await GrainFactory.Operators(options);
        var mails = ImmutableArray.CreateBuilder<PlatformMail>();
        foreach (var one in news)
        {
            log.LogWarning(
                "{Account} of {Tenant} has reached the level {Level}: {Reason}",
                one.Account?.Value ?? "all accounts", Tenant, one.Watched.Level, one.Watched.Reason);
            mails.AddRange(ThresholdMails.Of(one, await NameOf(one.Account), admins, operators));
        }

        return mails.ToImmutable();
    }

    private async Task<string> NameOf(AccountId? account)
    {
        if (account is { } id)
            return (await Viewed(new AccountKey(Tenant, id)))?.Name ?? id.Value;
        var names = new List<string>();
        foreach (var key in await Accounts())
            if (await Viewed(key) is { Settings.Server: null, Name: var name })
                names.Add(name);
        return names.Count <= NamesMax ? string.Join(", ", names) : string.Join(", ", names.Take(NamesMax)) + " …";
    }

    private Task<SmtpAccountView?> Viewed(AccountKey key) =>
        GrainFactory.GetGrain<ISmtpAccountGrain>(key.ToString()).Get();

    private async Task<IEnumerable<AccountKey>> Accounts()
    {
        var tenant = await GrainFactory.GetGrain<ITenantGrain>(Tenant.Value).Get();
        return tenant is null ? [] : tenant.Accounts.Select(id => new AccountKey(Tenant, AccountId.Parse(id)));
    }
}
