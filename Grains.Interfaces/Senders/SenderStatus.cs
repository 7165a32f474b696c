namespace Actors.Grains.Senders;

/// <summary>How a sender stands. Stored as the number: only append.</summary>
public enum SenderStatus
{
    /// <summary>A link was sent to it, and nobody has followed it yet.</summary>
    Pending = 0,

    /// <summary>Whoever reads its mail has said yes, or nobody has to be asked.</summary>
    Confirmed = 1,

    /// <summary>Nobody followed the link in time.</summary>
    Expired = 2,
}

public static class SenderStatuses
{
    public static string ToText(this SenderStatus status) => status switch
    {
        SenderStatus.Pending => "pending",
        SenderStatus.Confirmed => "confirmed",
        SenderStatus.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static bool TryParse(string text, out SenderStatus status)
    {
        foreach (var candidate in Enum.GetValues<SenderStatus>())
        {
            status = candidate;
            if (candidate.ToText() == text)
                return true;
        }
        status = default;
        return false;
    }
}
