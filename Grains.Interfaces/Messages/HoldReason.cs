namespace Actors.Grains.Messages;

/// <summary>Why a message waits for a decision. Stored as the number: only append.</summary>
public enum HoldReason
{
    None = 0,

    /// <summary>The operator has not switched live delivery on, and no static route leads there.</summary>
    LiveDeliveryOff = 1,

    /// <summary>The operator has blocked the SMTP account.</summary>
    AccountPaused = 2,

    /// <summary>An attempt may have delivered it and nobody knows; sending again could make a duplicate.</summary>
    Uncertain = 3,

    /// <summary>A record of the domain in From is missing for longer than the grace.</summary>
    DomainHeld = 4,

    /// <summary>The sender's mail is to be S/MIME-signed, and the key that is stored for it cannot be used.</summary>
    SignatureUnavailable = 5,

    /// <summary>The SMTP account is switched off by its tenant, or is being deleted.</summary>
    AccountOff = 6,

    /// <summary>The SMTP account's own server was changed and has not passed a check since.</summary>
    AccountUnchecked = 7,

    /// <summary>The SMTP account is blocked: too many of its messages bounced or led to complaints.</summary>
    AccountBlocked = 8,
}
