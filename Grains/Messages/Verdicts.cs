using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>Reads a reply as customers and counters do.</summary>
public static class Verdicts
{
    /// <param name="reply">A failure, the receiver's or our own; a positive one in the wrong place says
    /// nothing.</param>
    public static Verdict Of(Reply reply)
    {
        if (reply.IsPositive)
            return new Verdict(Text(BounceCategory.Undetermined), Hard: false, Text(BounceScope.System));
        var bounce = BounceClassifier.Classify(reply);
        return new Verdict(Text(bounce.Category), bounce.Hardness == BounceHardness.Hard, Text(bounce.Scope));
    }

    private static string Text(BounceCategory category) => category switch
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
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };

    private static string Text(BounceScope scope) => scope switch
    {
        BounceScope.Recipient => "recipient",
        BounceScope.Domain => "domain",
        BounceScope.SenderIp => "sender_ip",
        BounceScope.Content => "content",
        BounceScope.Policy => "policy",
        BounceScope.System => "system",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };
}
