namespace Actors.Grains.Destinations;

/// <summary>What was learned of a site. Slots in use are not part of it: they end with the process.</summary>
[GenerateSerializer, Alias("destination-state")]
public sealed record DestinationState
{
    /// <summary>Connections it bears at a time; 0 before anything is known.</summary>
    [Id(0)] public int Limit { get; init; }

    /// <summary>Attempts in a row that found no connection.</summary>
    [Id(1)] public int Failures { get; init; }

    /// <summary>Until when nothing is tried; null while it is awake.</summary>
    [Id(2)] public DateTimeOffset? RestsUntil { get; init; }
}
