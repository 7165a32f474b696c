namespace Actors.Grains.PlatformMails;

/// <summary>What a tenant may cause so often in any hour: it counts against no allowance of its plan, so it has one of
/// its own. In memory only: forgotten with the grain, it is a brake and no account.</summary>
public sealed class HourlyAllowance(int most)
{
    /// <summary>Test messages.</summary>
    public const int TestsMax = 60;

    /// <summary>Invitations and confirmations, to addresses that have agreed to nothing yet.</summary>
    public const int ApproachesMax = 60;

    /// <summary>Domains that are registered anew: each has two keys made, which takes most of a second.</summary>
    public const int DomainsMax = 30;

    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> taken = new();

    public bool HasRoom(DateTimeOffset now)
    {
        while (taken.TryPeek(out var first) && first <= now - Hour)
            taken.Dequeue();
        return taken.Count < most;
    }

    public bool TryTake(DateTimeOffset now)
    {
        if (!HasRoom(now))
            return false;
        taken.Enqueue(now);
        return true;
    }
}
