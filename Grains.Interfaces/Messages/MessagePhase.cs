namespace Actors.Grains.Messages;

/// <summary>Where a message is in its life. Stored as the number: only append.</summary>
public enum MessagePhase
{
    /// <summary>Accepted, to be sent at a later time that the client named.</summary>
    Scheduled = 0,

    /// <summary>Durable and on its way: queued, or its first attempt is being made.</summary>
    Accepted = 1,

    /// <summary>An attempt was recorded before it began (policy <see cref="OnUncertain.Hold"/>).</summary>
    Attempting = 2,

    /// <summary>Waits for its next attempt.</summary>
    Deferred = 3,

    /// <summary>Waits for a decision, see <see cref="HoldReason"/>.</summary>
    Held = 4,

    /// <summary>The receiving server took responsibility.</summary>
    Delivered = 5,

    /// <summary>Refused for good, or attempts used up.</summary>
    Bounced = 6,

    /// <summary>The deadline passed first.</summary>
    Expired = 7,

    /// <summary>Not sent because the recipient must not be written to.</summary>
    Suppressed = 8,

    /// <summary>Withdrawn by the client or dropped by the operator before it was delivered.</summary>
    Cancelled = 9,
}
