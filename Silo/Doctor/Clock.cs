using System.Globalization;

namespace Actors.Silo.Doctor;

/// <summary>Whether the wall clock can be right, and runs as fast as the monotonic one.</summary>
internal static class Clock
{
    private const int YearMin = 2025;
    private const int YearMax = 2100;

    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DriftMax = TimeSpan.FromMilliseconds(50);

    public static async Task<Finding> Look(Patient patient)
    {
        const string Remedy = "Run a time service (systemd-timesyncd, chrony): dates in mail and retries depend on it.";
        var time = patient.Time;
        var (wall, began) = (time.GetUtcNow(), time.GetTimestamp());
        await Task.Delay(Span, time);
        var drift = (time.GetUtcNow() - wall) - time.GetElapsedTime(began);
        if (wall.Year is < YearMin or > YearMax)
            return Finding.Fail("clock", $"says {wall:u}", Remedy);
        return drift.Duration() > DriftMax
            ? Finding.Warn(
                "clock",
                string.Create(
                    CultureInfo.InvariantCulture, $"was moved by {drift.TotalMilliseconds:0} ms while it was watched"),
                Remedy)
            : Finding.Ok("clock", $"says {wall:u} and runs evenly");
    }
}
