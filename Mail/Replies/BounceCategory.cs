namespace Actors.Mail.Replies;

/// <summary>What a failed delivery means for its sender. Each reply or report has exactly one.</summary>
public enum BounceCategory
{
    /// <summary>The mailbox does not exist.</summary>
    InvalidRecipient,

    MailboxFull,

    /// <summary>No connection to the target's mail server could be made.</summary>
    DnsFailure,

    /// <summary>The target's server was tried and did not answer in time. Never hard.</summary>
    Timeout,

    /// <summary>The target refuses mail from outside for this mailbox.</summary>
    RelayingDenied,

    /// <summary>
    /// Blocked by the receiver, usually for a time, without talk of spam, whatever the reply's first digit.
    /// </summary>
    MailBlock,

    /// <summary>Refused as spam, or a blocklist names us.</summary>
    SpamContent,

    /// <summary>Held undecided: queued for review, quarantined, delayed.</summary>
    OutOfBand,

    /// <summary>Refused without a usable reason.</summary>
    GenericBounce,

    Undetermined,
}
