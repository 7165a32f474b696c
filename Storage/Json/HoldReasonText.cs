using Actors.Grains.Messages;

namespace Actors.Storage.Json;

/// <summary>Names of hold reasons for customers.</summary>
internal static class HoldReasonText
{
    public static string Of(HoldReason reason) => reason switch
    {
        HoldReason.LiveDeliveryOff => "live_delivery_off",
        HoldReason.AccountPaused => "account_paused",
        HoldReason.Uncertain => "uncertain",
        HoldReason.DomainHeld => "domain_held",
        HoldReason.SignatureUnavailable => "signature_unavailable",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
