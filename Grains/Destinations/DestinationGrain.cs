using Actors.Grains.Ports;

namespace Actors.Grains.Destinations;

/// <summary>Shell of a destination. What it learned is saved at most once a second, never per message.</summary>
public sealed class DestinationGrain(
    [PersistentState("destination", StorageNames.Grains)] IPersistentState<DestinationState> stored,
    DestinationOptions options,
    TimeProvider time) : Grain, IDestinationGrain
{
    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(1);

    private int inUse;
    private IGrainTimer? save;

    public Task<SlotLease> Lease(int wanted)
    {
        var lease = DestinationRules.Lease(stored.State, inUse, wanted, options, time.GetUtcNow());
        inUse += lease.Slots;
        return Task.FromResult(lease);
    }

    public Task Return(SlotReturn slots)
    {
        inUse = Math.Max(0, inUse - slots.Slots);
        var learned = DestinationRules.Learn(stored.State, slots, options, time.GetUtcNow());
        if (ReferenceEquals(learned, stored.State))
            return Task.CompletedTask;
        stored.State = learned;
        save ??= this.RegisterGrainTimer(Save, SaveAfter, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private async Task Save(CancellationToken cancellation)
    {
        save?.Dispose();
        save = null;
        await stored.WriteStateAsync(cancellation);
    }
}
