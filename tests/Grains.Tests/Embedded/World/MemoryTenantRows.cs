using System.Collections.Immutable;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Ports;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>What the store has of one tenant, erased in the smallest steps, so that a process can die in
/// each.</summary>
internal sealed class MemoryTenantRows(MemoryStore store) : ITenantRows
{
    public Task<ImmutableArray<MessageKey>> Unfinished(TenantId tenant, int limit) =>
        Task.FromResult<ImmutableArray<MessageKey>>(
            [.. Messages(tenant).Where(key => store[key].DueAt is not null).Take(limit)]);

    public async Task<bool> EraseSome(TenantId tenant)
    {
        foreach (var grain in store.Grains.Where(grain =>
            IsOf(tenant, grain) || IsLinkTo(tenant, grain)))
        {
            await store.Fuse.Around(() => store.Remove(grain));
            return true;
        }

        foreach (var message in Messages(tenant).Where(key => store[key].DueAt is null))
        {
            await store.Fuse.Around(() => store.Remove(message));
            return true;
        }

        return false;
    }

    private IEnumerable<MessageKey> Messages(TenantId tenant) => store.Messages.Where(key => key.Tenant == tenant);

    private bool IsLinkTo(TenantId tenant, GrainId grain) => grain.Type.ToString() == "link"
        && store.Find<LinkState>("link", grain.Key.ToString()!)?.Target?.Tenant == tenant;

    private static bool IsOf(TenantId tenant, GrainId grain) =>
        StoredTypes.Erased.Contains(grain.Type.ToString()!)
        && $"{grain.Key}/".StartsWith($"{tenant}/", StringComparison.Ordinal);
}
