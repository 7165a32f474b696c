using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;

namespace Actors.Grains.Platform;

public sealed class PlatformGrain(
    [PersistentState("platform", StorageNames.Grains)] IPersistentState<PlatformState> stored,
    IEgressGuard guard) : Grain, IPlatformGrain
{
    public Task<PlatformSettings> Settings() => Task.FromResult(new PlatformSettings(
        stored.State.OperatorKeyHash is not null, stored.State.LiveDelivery, stored.State.Routes,
        stored.State.TrustedNetworks, stored.State.Tenants));

    public async Task SetLiveDelivery(bool on)
    {
        await stored.Save(stored.State with { LiveDelivery = on }, this);
        if (!on)
            return;
        for (var partition = 0; partition < OutboxPartitions.Count; partition++) // and each looks again by itself
            _ = GrainFactory.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition))
                .Release(HoldReason.LiveDeliveryOff, null);
    }

    public async Task<string?> SetRoute(StaticRoute route)
    {
        if (guard.Refuse(route.Host) is { } refusal)
            return refusal;
        await stored.Save(stored.State with { Routes = PlatformRules.WithRoute(stored.State.Routes, route) }, this);
        return null;
    }

    public async Task<bool> RemoveRoute(string domain)
    {
        var kept = stored.State.Routes.RemoveAll(route => route.Domain == domain);
        if (kept.Length == stored.State.Routes.Length)
            return false;
        await stored.Save(stored.State with { Routes = kept }, this);
        return true;
    }

    public async Task<string?> SetTrustedNetworks(AccountKey account, ImmutableArray<string> networks)
    {
        var (all, refusal) = PlatformRules.WithNetworks(stored.State.TrustedNetworks, account, networks);
        if (refusal is null)
            await stored.Save(stored.State with { TrustedNetworks = all }, this);
        return refusal;
    }

    public async Task AddTenant(TenantId tenant)
    {
        if (!stored.State.Tenants.Contains(tenant))
            await stored.Save(stored.State with { Tenants = stored.State.Tenants.Add(tenant) }, this);
    }

    public Task SetOperatorKey(string hash) => stored.Save(stored.State with { OperatorKeyHash = hash }, this);

    public Task<bool> IsOperatorKey(string hash) => Task.FromResult(
        stored.State.OperatorKeyHash is { } expected && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(hash)));
}
