using Actors.Grains.Alarms;

namespace Actors.Grains.Tests.Alarms;

public sealed class AlarmedGrainsTests
{
    /// <summary>One that is forgotten would be due for ever, and never woken.</summary>
    [Fact]
    public void every_grain_that_has_an_alarm_can_be_woken() => AlarmedGrains.Types.Order().ShouldBe(
        typeof(AlarmClockGrain).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IAlarmed).IsAssignableFrom(type))
            .Select(type => type.Name[..^"Grain".Length].ToLowerInvariant()).Order());
}
