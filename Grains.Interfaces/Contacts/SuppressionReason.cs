namespace Actors.Grains.Contacts;

/// <summary>Why a message was not sent: said in its event <c>message.suppressed</c>.</summary>
public enum SuppressionReason
{
    Complaint = 0,

    /// <summary>The tenant put the address on the blacklist.</summary>
    Manual = 1,

    /// <summary>The tenant put the domain on the blacklist.</summary>
    ManualDomain = 2,

    HardBounce = 3,

    /// <summary>From all lists.</summary>
    Unsubscribed = 4,

    /// <summary>From the list the message is for.</summary>
    UnsubscribedFromList = 5,

    Unconfirmed = 6,
}
