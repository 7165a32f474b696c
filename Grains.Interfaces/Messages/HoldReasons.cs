namespace Actors.Grains.Messages;

/// <summary>The names of hold reasons for customers.</summary>
public static class HoldReasons
{
    public static string ToText(this HoldReason reason) => reason switch
    {
        HoldReason.None => "none",
        HoldReason.LiveDeliveryOff => "live_delivery_off",
        HoldReason.AccountPaused => "account_paused",
        HoldReason.Uncertain => "uncertain",
        HoldReason.DomainHeld => "domain_held",
        HoldReason.SignatureUnavailable => "signature_unavailable",
        HoldReason.AccountOff => "account_off",
        HoldReason.AccountUnchecked => "account_unchecked",
        HoldReason.AccountBlocked => "account_blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static bool TryParse(string text, out HoldReason reason)
    {
        foreach (var candidate in Enum.GetValues<HoldReason>())
        {
            reason = candidate;
            if (candidate != HoldReason.None && candidate.ToText() == text)
                return true;
        }
        reason = default;
        return false;
    }
}
