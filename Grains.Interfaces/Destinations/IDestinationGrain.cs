namespace Actors.Grains.Destinations;

/// <summary>One receiving site as seen from one source IP: how many connections it bears, and whether it
/// rests.</summary>
/// <remarks>Key: <c>{source}|{site}</c>, the site named by its MX set or static route.</remarks>
[Alias("destination")]
public interface IDestinationGrain : IGrainWithStringKey
{
    /// <summary>Asks how many connections may be open. Nothing is remembered of the answer, so nothing can
    /// leak.</summary>
    Task<SlotLease> Lease();

    /// <summary>Tells what was learned.</summary>
    [OneWay]
    Task Return(SlotReturn slots);
}

/// <param name="Slots">How many connections may be open in all; 0 while suspended.</param>
/// <param name="RetryAfter">While suspended, how long to wait before asking again; else null.</param>
[GenerateSerializer, Immutable, Alias("slot-lease")]
public sealed record SlotLease(int Slots, TimeSpan? RetryAfter);

/// <param name="Answered">How many attempts reached the server.</param>
/// <param name="Unreachable">How many found no connection.</param>
[GenerateSerializer, Immutable, Alias("slot-return")]
public sealed record SlotReturn(int Answered, int Unreachable);
