namespace Actors.Grains.PlatformMails;

/// <summary>Test messages of a tenant: they count against no allowance of its plan, so they have one of their own. In
/// memory only: forgotten with the grain, it is a brake and no account.</summary>
public sealed class TestAllowance
{
    public const int PerHourMax = 60;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> taken = new();

    public bool TryTake(DateTimeOffset now)
    {
        while (taken.TryPeek(out var first) && first <= now - Hour)
            taken.Dequeue();
        if (taken.Count >= PerHourMax)
            return false;
        taken.Enqueue(now);
        return true;
    }
}
