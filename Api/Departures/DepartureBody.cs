using Actors.Grains.Departures;

namespace Actors.Api.Departures;

/// <param name="Status">staying, leaving, erasing or erased.</param>
/// <param name="GivenAt">When notice was given; absent for a tenant that stays.</param>
/// <param name="EndsAt">The moment at which the tenant is closed and erased; absent for a tenant that stays.</param>
/// <param name="ErasedAt">When nothing of it was left; absent before.</param>
internal sealed record DepartureBody(
    string Status, DateTimeOffset? GivenAt, DateTimeOffset? EndsAt, DateTimeOffset? ErasedAt)
{
    public static DepartureBody Of(Departure departure) =>
        new(WordOf(departure.Phase), departure.GivenAt, departure.EndsAt, departure.ErasedAt);

    private static string WordOf(DeparturePhase phase) => phase switch
    {
        DeparturePhase.Staying => "staying",
        DeparturePhase.Leaving => "leaving",
        DeparturePhase.Erasing => "erasing",
        DeparturePhase.Erased => "erased",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };
}
