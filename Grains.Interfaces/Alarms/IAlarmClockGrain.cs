namespace Actors.Grains.Alarms;

/// <summary>Wakes settings grains when they have something to do.</summary>
/// <remarks>Key: <see cref="Platform.PlatformKey"/>. Within a minute of the time; a grain that fails is woken again a
/// minute later.</remarks>
[Alias("alarm-clock")]
public interface IAlarmClockGrain : IGrainWithStringKey
{
    /// <summary>Called once at each start of a process.</summary>
    Task Start();
}
