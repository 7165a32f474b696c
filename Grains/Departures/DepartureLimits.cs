namespace Actors.Grains.Departures;

/// <summary>What is erased between two looks of the clock, so that nobody else waits for it.</summary>
public static class DepartureLimits
{
    /// <summary>Listed grains read at once.</summary>
    public const int Page = 100;

    /// <summary>Messages cancelled in one turn.</summary>
    public const int MessagesMax = 500;

    /// <summary>Writes of one turn, each of about a hundred rows of each table.</summary>
    public const int StepsMax = 200;
}
