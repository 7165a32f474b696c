namespace Actors.Mail.Replies;

/// <summary>How outcomes are written: for people, and in JSON, counters and columns.</summary>
public static class BounceNames
{
    /// <summary>The category as people read it, such as "Spam Content / Block".</summary>
    public static string Title(this BounceCategory category) => category switch
    {
        BounceCategory.InvalidRecipient => "Invalid recipient",
        BounceCategory.MailboxFull => "Mailbox full",
        BounceCategory.DnsFailure => "DNS failure",
        BounceCategory.Timeout => "Timeout",
        BounceCategory.RelayingDenied => "Relaying denied",
        BounceCategory.MailBlock => "Mail Block",
        BounceCategory.SpamContent => "Spam Content / Block",
        BounceCategory.OutOfBand => "Out of band",
        BounceCategory.GenericBounce => "Generic bounce",
        BounceCategory.Undetermined => "Undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not a category."),
    };

    /// <summary>The category as programs read it, such as "spam_content"; stable.</summary>
    public static string Key(this BounceCategory category) => category switch
    {
        BounceCategory.InvalidRecipient => "invalid_recipient",
        BounceCategory.MailboxFull => "mailbox_full",
        BounceCategory.DnsFailure => "dns_failure",
        BounceCategory.Timeout => "timeout",
        BounceCategory.RelayingDenied => "relaying_denied",
        BounceCategory.MailBlock => "mail_block",
        BounceCategory.SpamContent => "spam_content",
        BounceCategory.OutOfBand => "out_of_band",
        BounceCategory.GenericBounce => "generic_bounce",
        BounceCategory.Undetermined => "undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not a category."),
    };

    public static string Key(this BounceScope scope) => scope switch
    {
        BounceScope.Recipient => "recipient",
        BounceScope.Domain => "domain",
        BounceScope.SenderIp => "sender_ip",
        BounceScope.Content => "content",
        BounceScope.Policy => "policy",
        BounceScope.System => "system",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Not a scope."),
    };

    public static string Key(this BounceHardness hardness) => hardness switch
    {
        BounceHardness.Soft => "soft",
        BounceHardness.Hard => "hard",
        _ => throw new ArgumentOutOfRangeException(nameof(hardness), hardness, "Not a hardness."),
    };

    public static string Key(this BouncePermanence permanence) => permanence switch
    {
        BouncePermanence.Transient => "transient",
        BouncePermanence.Permanent => "permanent",
        _ => throw new ArgumentOutOfRangeException(nameof(permanence), permanence, "Not a permanence."),
    };
}
