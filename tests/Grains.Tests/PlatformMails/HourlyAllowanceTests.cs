using Actors.Grains.PlatformMails;

namespace Actors.Grains.Tests.PlatformMails;

public sealed class HourlyAllowanceTests
{
    [Fact]
    public void an_hour_has_room_for_so_many_and_the_next_for_as_many_again()
    {
        var (allowance, now) = (new HourlyAllowance(60), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 60; i++)
            allowance.TryTake(now.AddMinutes(i / 2.0)).ShouldBeTrue();
        allowance.TryTake(now.AddMinutes(59)).ShouldBeFalse();
        allowance.TryTake(now.AddMinutes(60)).ShouldBeTrue();
        allowance.TryTake(now.AddMinutes(60)).ShouldBeFalse();
    }
}
