namespace Actors.Mail.Replies;

public static class BounceCategoryTitles
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
}
