namespace Actors.Testing;

/// <summary>The months that a server counts by, on the system's clock and in UTC.</summary>
public static class Months
{
    /// <summary>More than a test takes.</summary>
    private static readonly TimeSpan Room = TimeSpan.FromMinutes(5);

    /// <summary>Waits while the month is about to turn: what is counted by month would begin anew in the midst of a
    /// test.</summary>
    public static Task Settled()
    {
        var now = TimeProvider.System.GetUtcNow();
        var left = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1) - now;
        return left < Room ? Task.Delay(left + TimeSpan.FromSeconds(1), TimeProvider.System) : Task.CompletedTask;
    }
}
