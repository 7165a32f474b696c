namespace Actors.Grains.Messages;

/// <summary>What follows from a phase, and its name for customers.</summary>
public static class MessagePhases
{
    /// <summary>Every accepted message ends in exactly one of these.</summary>
    public static bool IsTerminal(this MessagePhase phase) => phase >= MessagePhase.Delivered;

    public static string ToText(this MessagePhase phase) => phase switch
    {
        MessagePhase.Scheduled => "scheduled",
        MessagePhase.Accepted => "accepted",
        MessagePhase.Attempting => "attempting",
        MessagePhase.Deferred => "deferred",
        MessagePhase.Held => "held",
        MessagePhase.Delivered => "delivered",
        MessagePhase.Bounced => "bounced",
        MessagePhase.Expired => "expired",
        MessagePhase.Suppressed => "suppressed",
        MessagePhase.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    public static bool TryParse(string text, out MessagePhase phase)
    {
        foreach (var candidate in Enum.GetValues<MessagePhase>())
        {
            phase = candidate;
            if (candidate.ToText() == text)
                return true;
        }
        phase = default;
        return false;
    }
}
