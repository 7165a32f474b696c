namespace Actors.Grains.PlatformMails;

/// <summary>Mails of one sort that a tenant may cause in any hour: they count against no allowance of its plan, so
/// they have one of their own. In memory only: forgotten with the grain, it is a brake and no account.</summary>
public sealed class HourlyAllowance(int most)
{
    /// <summary>Test messages.</summary>
    public const int TestsMax = 60;

    /// <summary>Invitations and confirmations, to addresses that have agreed to nothing yet.</summary>
    public const int ApproachesMax = 60;

    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> taken = new();

    public bool TryTake(DateTimeOffset now)
    {
        while (taken.TryPeek(out var first) && first <= now - Hour)
            taken.Dequeue();
        if (taken.Count >= most)
            return false;
        taken.Enqueue(now);
        return true;
    }
}
