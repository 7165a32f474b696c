namespace Actors.Grains.Contacts;

/// <summary>How what is said of contacts is written for customers.</summary>
public static class ContactNames
{
    private static readonly (BlacklistReasons Reason, string Name)[] Reasons =
    [
        (BlacklistReasons.HardBounce, "hard_bounce"), (BlacklistReasons.Complaint, "complaint"),
        (BlacklistReasons.Unsubscribe, "unsubscribe"), (BlacklistReasons.Manual, "manual"),
    ];

    public static string ToText(this ContactStanding standing) => standing switch
    {
        ContactStanding.Active => "active",
        ContactStanding.Unconfirmed => "unconfirmed",
        ContactStanding.Unsubscribed => "unsubscribed",
        ContactStanding.Bounced => "bounced",
        ContactStanding.Complained => "complained",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static bool TryParse(string text, out ContactStanding standing)
    {
        foreach (var candidate in Enum.GetValues<ContactStanding>())
        {
            standing = candidate;
            if (candidate.ToText() == text)
                return true;
        }
        standing = default;
        return false;
    }

    /// <param name="reason">One alone.</param>
    public static string ToText(this BlacklistReasons reason) => Reasons.Single(row => row.Reason == reason).Name;

    public static bool TryParse(string text, out BlacklistReasons reason)
    {
        reason = Reasons.FirstOrDefault(row => row.Name == text).Reason;
        return reason != BlacklistReasons.None;
    }

    public static string ToText(this SuppressionReason reason) => reason switch
    {
        SuppressionReason.Complaint => "complaint",
        SuppressionReason.Manual => "manual",
        SuppressionReason.ManualDomain => "manual_domain",
        SuppressionReason.HardBounce => "hard_bounce",
        SuppressionReason.Unsubscribed => "unsubscribed",
        SuppressionReason.UnsubscribedFromList => "unsubscribed_from_list",
        SuppressionReason.Unconfirmed => "unconfirmed",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static bool TryParse(string text, out Bypasses bypass)
    {
        bypass = text switch
        {
            "bounce" => Bypasses.Bounce,
            "manual" => Bypasses.Manual,
            _ => Bypasses.None,
        };
        return bypass != Bypasses.None;
    }

    public static string ToText(this ContactOrigin origin) => origin switch
    {
        ContactOrigin.Api => "api",
        ContactOrigin.Send => "send",
        ContactOrigin.Import => "import",
        ContactOrigin.SignUp => "sign_up",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, null),
    };

    public static string ToText(this ContactHappening what) => what switch
    {
        ContactHappening.Created => "created",
        ContactHappening.Changed => "changed",
        ContactHappening.SoftBounced => "soft_bounced",
        ContactHappening.Bounced => "bounced",
        ContactHappening.Delivered => "delivered",
        ContactHappening.Complained => "complained",
        ContactHappening.Unsubscribed => "unsubscribed",
        ContactHappening.Subscribed => "subscribed",
        ContactHappening.Confirmed => "confirmed",
        ContactHappening.Blacklisted => "blacklisted",
        ContactHappening.Unblacklisted => "unblacklisted",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };
}
