using Actors.Grains.Alarms;
using Actors.Grains.Answers;

namespace Actors.Grains.Departures;

/// <summary>A tenant that leaves: with a month's notice, then erased, secrets first and at once.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>. Its state stays, so that the id is never used again.</remarks>
[Alias("departure")]
public interface IDepartureGrain : IAlarmed
{
    [ReadOnly]
    Task<Departure> Get();

    /// <summary>Gives notice. Repeating it moves nothing.</summary>
    Task<Answer<Departure>> Leave();

    /// <summary>Takes the notice back, until it ends.</summary>
    Task<Answer<Departure>> Stay();
}

/// <param name="GivenAt">When notice was given; null for a tenant that stays.</param>
/// <param name="EndsAt">When the tenant is closed and erased; null for a tenant that stays.</param>
/// <param name="ErasedAt">When nothing of it was left; null before.</param>
[GenerateSerializer, Immutable, Alias("departure-view")]
public sealed record Departure(
    DeparturePhase Phase, DateTimeOffset? GivenAt, DateTimeOffset? EndsAt, DateTimeOffset? ErasedAt);

/// <summary>Only append: numbers are stored.</summary>
public enum DeparturePhase
{
    Staying = 0,

    /// <summary>Notice is given; everything works as before.</summary>
    Leaving = 1,

    /// <summary>Closed: what it has is being erased.</summary>
    Erasing = 2,

    Erased = 3,
}
