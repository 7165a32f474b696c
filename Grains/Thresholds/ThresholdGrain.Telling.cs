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
    /// <summary>Blocks and lifts before anybody is told by mail; after a crash, again.</summary>
    private async Task Act()
    {
        foreach (var (id, watched) in stored.State.Accounts.Where(one => one.Value.IsToTell).ToArray())
        {
            await Tell(new AccountKey(Tenant, AccountId.Parse(id)), BlockCause.Account, watched);
            await stored.Save(
                stored.State with
                {
                    Accounts = stored.State.Accounts.SetItem(id, stored.State.Accounts[id] with { IsToTell = false }),
                },
                this);
        }

        if (stored.State.Tenant.IsToTell)
        {
            foreach (var account in await Accounts())
                await Tell(account, BlockCause.Tenant, stored.State.Tenant);
            await stored.Save(
                stored.State with { Tenant = stored.State.Tenant with { IsToTell = false } }, this);
        }

        await stored.Drain(Tenant, GrainFactory, this, log);
    }

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
        var operators = await GrainFactory.AdminsOf(PlatformSender.Tenant);
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
        if (account is not { } id)
            return "*";
        var view = await GrainFactory.GetGrain<ISmtpAccountGrain>(new AccountKey(Tenant, id).ToString()).Get();
        return view?.Name ?? id.Value;
    }

    private async Task<IEnumerable<AccountKey>> Accounts()
    {
        var tenant = await GrainFactory.GetGrain<ITenantGrain>(Tenant.Value).Get();
        return tenant is null ? [] : tenant.Accounts.Select(id => new AccountKey(Tenant, AccountId.Parse(id)));
    }
}
