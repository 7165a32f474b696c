using Actors.Grains.Ports;

namespace Actors.Grains.Departures;

[GenerateSerializer, Alias("departure-state")]
public sealed record DepartureState : IDue
{
    [Id(0)] public Departure Departure { get; init; } = new(DeparturePhase.Staying, null, null, null);

    public DateTimeOffset? DueAt =>
        Departure.Phase is DeparturePhase.Leaving or DeparturePhase.Erasing ? Departure.EndsAt : null;
}
