namespace Actors.Mail.Authentication.Dmarc;

/// <summary>What a domain's owner asks to be done with mail that fails (RFC 9989 §4.7), the mildest first.</summary>
public enum DmarcPolicy
{
    /// <summary>Nothing: the owner only watches.</summary>
    None,

    /// <summary>Take it for suspicious.</summary>
    Quarantine,

    /// <summary>Refuse it.</summary>
    Reject,
}
