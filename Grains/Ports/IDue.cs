namespace Actors.Grains.Ports;

/// <summary>A state of a settings grain with something to do at a time. Stored with it, so that
/// <see cref="Alarms.AlarmClockGrain"/> wakes the grain whatever happens in between.</summary>
public interface IDue
{
    /// <summary>Null for nothing to do.</summary>
    DateTimeOffset? DueAt { get; }
}
