using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Users;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Allowances;

/// <summary>Shell of the warnings: an alarm before a level can be reached, a look after it, one commit that
/// tells.</summary>
public sealed class AllowanceWatchGrain(
    [PersistentState("allowance-watch", StorageNames.Grains)] IPersistentState<AllowanceWatchState> stored,
    TimeProvider time,
    ILogger<AllowanceWatchGrain> log) : Grain, IAllowanceWatchGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    /// <remarks>Were the process to die before the look that follows, the alarm makes up for it. An alarm that is set
    /// already may ring before what this is for is stored.</remarks>
    public async Task Arm()
    {
        if (stored.State.LookAt is not { } at || at < time.GetUtcNow() + AllowanceLimits.LookAgain)
            await stored.Save(stored.State with { LookAt = time.GetUtcNow() + AllowanceLimits.LookAgain }, this);
    }

    public async Task<AllowanceLevels> Look()
    {
        var view = await GrainFactory.GetGrain<IAllowanceGrain>(Tenant.Value).Get();
        var admins = await GrainFactory.AdminsOf(Tenant);
        await stored.Save(AllowanceRules.Look(stored.State, view, admins), this);
        await stored.Drain(Tenant, GrainFactory, this, log);
        return new AllowanceLevels(stored.State.Messages.Level, stored.State.Contacts.Level);
    }

    public async Task Wake()
    {
        var due = stored.State.LookAt <= time.GetUtcNow();
        await Look();
        if (due)
            await stored.Save(stored.State with { LookAt = null }, this);
    }

    public Task<string?> Export() => Task.FromResult<string?>(null);

    public Task Erase() => stored.Erase(this);
}
