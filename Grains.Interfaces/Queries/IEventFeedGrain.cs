namespace Actors.Grains.Queries;

/// <summary>Lets a reader wait for the tenant's next event.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("event-feed")]
public interface IEventFeedGrain : IGrainWithStringKey
{
    /// <summary>Returns as soon as an event behind that number is stored, or when the time is over.</summary>
    /// <param name="wait">At most 20 seconds, below the engine's response time-out.</param>
    /// <returns>Whether there is one.</returns>
    [AlwaysInterleave]
    Task<bool> WaitFor(long after, TimeSpan wait);
}
