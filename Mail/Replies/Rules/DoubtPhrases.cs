namespace Actors.Mail.Replies.Rules;

/// <summary>
/// What a text says beside "user unknown" or "no such domain" that leaves it open whether that is the reason for good:
/// it is still being tried, it may be for now only, or something about the sender is named, too.
/// </summary>
/// <remarks>Nothing with such words is hard. An address that is gone is refused again, without them.</remarks>
internal static class DoubtPhrases
{
    internal static readonly string[] All =
    [
        "has been delayed", "is delayed", "will be retried", "being retried", "will keep trying",
        "will continue to try", "delivery attempts will continue", "warning message only", "not need to resend",
        "temporarily", "temporary", "try again later", "please retry", "retry later", "for now", "momentarily",
        "at this time", "at the moment", "not yet", "deferred",
        "may be", "might be", "could be", "or may", "and or", "either",
        "spam", "blocked", "blacklist*", "blocklist*", "black list*", "block list*", "reputation", "policy",
        "greylist*",
        "graylist*", "rate limit*", "too many", "quota", "or full", "is full", "over limit", "suspended",
        "disabled", "inactive", "filter", "filtered", "sender", "senders", "your ip", "your domain", "your server",
        "mail from", "spf", "dkim", "dmarc", "reverse dns", "ptr", "authentication", "authenticate", "permission",
        "callout", "callback",
    ];
}
