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
    IEgressGuard guard,
    IPlatformDirectory directory) : Grain, IPlatformGrain
{
    public Task<PlatformSettings> Settings() => Task.FromResult(View());

    public async Task SetLiveDelivery(bool on)
    {
        await Save(stored.State with { LiveDelivery = on });
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
        await Save(stored.State with { Routes = PlatformRules.WithRoute(stored.State.Routes, route) });
        return null;
    }

    public async Task<bool> RemoveRoute(string domain)
    {
        var kept = stored.State.Routes.RemoveAll(route => route.Domain == domain);
        if (kept.Length == stored.State.Routes.Length)
            return false;
        await Save(stored.State with { Routes = kept });
        return true;
    }

    public async Task<string?> SetTrustedNetworks(AccountKey account, ImmutableArray<string> networks)
    {
        var (all, refusal) = PlatformRules.WithNetworks(stored.State.TrustedNetworks, account, networks);
        if (refusal is null)
            await Save(stored.State with { TrustedNetworks = all });
        return refusal;
    }

    public async Task AddTenant(TenantId tenant)
    {
        if (!stored.State.Tenants.Contains(tenant))
            await Save(stored.State with { Tenants = stored.State.Tenants.Add(tenant) });
    }

    public async Task RemoveTenant(TenantId tenant)
    {
        var networks = stored.State.TrustedNetworks.RemoveAll(one => one.Account.Tenant == tenant);
        if (stored.State.Tenants.Contains(tenant) || networks.Length < stored.State.TrustedNetworks.Length)
            await Save(stored.State with { Tenants = stored.State.Tenants.Remove(tenant), TrustedNetworks = networks });
    }

    public Task<string?> SecretProof() => Task.FromResult(stored.State.SecretProof);

    public Task SetSecretProof(string proof) => Save(stored.State with { SecretProof = proof });

    public Task SetOperatorKey(string hash) => Save(stored.State with { OperatorKeyHash = hash });

    public Task<bool> IsOperatorKey(string hash) => Task.FromResult(
        stored.State.OperatorKeyHash is { } expected && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(hash)));

    /// <summary>This process' directory is told before anything acts on the change; others read it within a
    /// second.</summary>
    private async Task Save(PlatformState next)
    {
        await stored.Save(next, this);
        directory.Update(View());
    }

    private PlatformSettings View() => new(
        stored.State.OperatorKeyHash is not null, stored.State.LiveDelivery, stored.State.Routes,
        stored.State.TrustedNetworks, stored.State.Tenants);
}
