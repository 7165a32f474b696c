using Actors.Grains.Contacts;
using Actors.Grains.Messages;

namespace Actors.Grains.Thresholds;

/// <summary>What each event says of an account's health: pure.</summary>
public static class HealthEvents
{
    public static HealthCounts Of(MessageEvent happened) => happened switch
    {
        MessageEvent.Delivered => new(1, 0, 0),
        MessageEvent.Bounced bounced => new(1, Hard(bounced.Verdict), 0),
        MessageEvent.Expired expired => new(1, Hard(expired.Verdict), 0),
        MessageEvent.LateBounced late => new(0, Hard(late.Verdict), 0),
        MessageEvent.Complained => new(0, 0, 1),
        _ => default,
    };

    /// <summary>Of what is heard of a message that is erased: it was counted as finished when it was
    /// delivered.</summary>
    public static HealthCounts Of(ContactCause cause) => cause switch
    {
        ContactCause.LateBounced late => new(0, Hard(late.Verdict), 0),
        ContactCause.Complained => new(0, 0, 1),
        _ => default,
    };

    private static int Hard(Verdict? verdict) => verdict?.Gravity() == Gravity.Hard ? 1 : 0;
}
