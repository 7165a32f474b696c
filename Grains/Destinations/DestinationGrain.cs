using Actors.Grains.Ports;

namespace Actors.Grains.Destinations;

/// <summary>Shell of a destination. What it learned is saved at most once a second, never per message.</summary>
public sealed class DestinationGrain(
    [PersistentState("destination", StorageNames.Grains)] IPersistentState<DestinationState> stored,
    DestinationOptions options,
    TimeProvider time) : Grain, IDestinationGrain
{
    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(1);

    private IGrainTimer? save;

    public Task<SlotLease> Lease() =>
        Task.FromResult(DestinationRules.Lease(stored.State, options, time.GetUtcNow()));

    public Task Return(SlotReturn slots)
    {
        var learned = DestinationRules.Learn(stored.State, slots, options, time.GetUtcNow());
        if (ReferenceEquals(learned, stored.State))
            return Task.CompletedTask;
        stored.State = learned;
        save ??= this.RegisterGrainTimer(Save, SaveAfter, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private async Task Save(CancellationToken cancellation)
    {
        using var done = save; // disposed only afterwards: that cancels the token
        save = null;
        await stored.WriteStateAsync(cancellation);
    }
}
