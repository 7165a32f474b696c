using System.Collections.Concurrent;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>The display names of senders, remembered: a message asks no grain, and an address that is no sender reads
/// nothing from the store.</summary>
/// <remarks>A change in this process counts at once, one of another process after <see cref="Fresh"/>.</remarks>
public sealed class SenderNames(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How long an answer counts without asking again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>Addresses remembered; beyond it everything is forgotten and asked for anew.</summary>
    public const int AddressesMax = 20_000;

    private readonly ConcurrentDictionary<SenderKey, (string? Name, long At)> known = new();

    /// <summary>Counts what was forgotten, so that no answer asked for before is remembered after.</summary>
    private long forgotten;

    /// <returns>Null where the address is no sender, or one without a name.</returns>
    public ValueTask<string?> Of(TenantId tenant, EmailAddress address)
    {
        var key = SenderKey.Of(tenant, address);
        return known.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.At) < Fresh
            ? new ValueTask<string?>(entry.Name)
            : Ask(key);
    }

    public void Forget(SenderKey sender)
    {
        Interlocked.Increment(ref forgotten);
        known.TryRemove(sender, out _);
    }

    private async ValueTask<string?> Ask(SenderKey key)
    {
        var (at, count) = (time.GetTimestamp(), Interlocked.Read(ref forgotten));
        var sender = (await grains.GetGrain<ISenderGrain>(key.ToString()).Get()).Value;
        var name = sender is { Name.Length: > 0 } ? sender.Name : null;
        if (known.Count >= AddressesMax)
            known.Clear();
        if (count == Interlocked.Read(ref forgotten))
            known[key] = (name, at);
        return name;
    }
}
