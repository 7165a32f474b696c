namespace Actors.Grains.Messages;

/// <summary>Why a message waits for a decision. Stored as the number: only append.</summary>
public enum HoldReason
{
    None = 0,

    /// <summary>The operator has not switched live delivery on, and no static route leads there.</summary>
    LiveDeliveryOff = 1,

    /// <summary>The SMTP account is paused.</summary>
    AccountPaused = 2,

    /// <summary>An attempt may have delivered it and nobody knows; sending again could make a duplicate.</summary>
    Uncertain = 3,

    /// <summary>A record of the domain in From is missing for longer than the grace.</summary>
    DomainHeld = 4,

    /// <summary>The sender's mail is to be S/MIME-signed, and the key that is stored for it cannot be used.</summary>
    SignatureUnavailable = 5,
}
