using System.Buffers;
using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies;

/// <summary>
/// The table, in order: the first rule that matches decides. Words say more than codes, so they come first.
/// </summary>
internal static class BounceRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        Words("words.relay", RelayingDenied, Soft, Policy,
            "relay access denied", "relaying denied", "relay not permitted", "unable to relay",
            "not permitted to relay"),
        Words("words.unknown-user", InvalidRecipient, Hard, Recipient,
            "user unknown", "unknown user", "no such user", "unknown recipient", "recipient unknown", "no mailbox here",
            "mailbox not found", "does not exist", "no such recipient", "mailbox unavailable"),
        Words("words.full", MailboxFull, Soft, Recipient,
            "mailbox full", "mailbox is full", "over quota", "quota exceeded", "exceeded storage allocation"),
        Words("words.blocklist", SpamContent, Soft, SenderIp,
            "blocklist", "block list", "blacklist", "dnsbl", "spamhaus", "spamcop", "barracudacentral"),
        Words("words.spam", SpamContent, Soft, Content, "spam", "unsolicited", "junk mail"),
        Words("words.held", OutOfBand, Soft, Policy, "quarantine", "queued for review", "held for review"),
        Words("words.greylist", MailBlock, Soft, Policy,
            "greylist", "graylist", "rate limit", "too many connections", "too many recipients", "too many messages"),

        // RFC 3463 §3.2 to §3.8 and the registry of RFC 5248, by subject and detail.
        Status("status.1.10", 1, 10, DnsFailure, Hard, Domain),
        Status("status.1.2", 1, 2, DnsFailure, Hard, Domain),
        Status("status.1.7", 1, 7, MailBlock, Soft, Policy),
        Status("status.1.8", 1, 8, MailBlock, Soft, Policy),
        Status("status.1.0", 1, 0, GenericBounce, Soft, Recipient), // may as well be about the sender
        Status("status.1", 1, null, InvalidRecipient, Hard, Recipient),
        Status("status.2.2", 2, 2, MailboxFull, Soft, Recipient),
        Status("status.2.3", 2, 3, GenericBounce, Soft, Content),
        Status("status.2.1", 2, 1, InvalidRecipient, Soft, Recipient), // disabled, and may be enabled again
        Status("status.3.4", 3, 4, GenericBounce, Soft, Content),
        Status("status.4.1", 4, 1, BounceCategory.Timeout, Soft, BounceScope.System),
        Status("status.4.4", 4, 4, DnsFailure, Soft, Domain),
        Status("status.4.7", 4, 7, BounceCategory.Timeout, Soft, BounceScope.System),
        Status("status.6", 6, null, GenericBounce, Soft, Content),
        Status("status.7", 7, null, MailBlock, Soft, Policy),

        // RFC 5321 §4.2.3, where nothing better is known.
        Code("code.552", MailboxFull, Soft, Recipient, 452, 552),
        Code("code.421", MailBlock, Soft, Policy, 421),
        Code("code.any", GenericBounce, Soft, BounceScope.System),
    ];

    private static BounceRule Words(
        string id, BounceCategory category, BounceHardness hardness, BounceScope scope, params string[] phrases) =>
        new(id, "wording of common servers", category, hardness, scope)
        {
            Phrases = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase),
        };

    private static BounceRule Status(
        string id, int subject, int? detail, BounceCategory category, BounceHardness hardness, BounceScope scope) =>
        new(id, "RFC 3463", category, hardness, scope) { Subject = subject, Detail = detail };

    private static BounceRule Code(
        string id, BounceCategory category, BounceHardness hardness, BounceScope scope, params int[] codes) =>
        new(id, "RFC 5321", category, hardness, scope) { Codes = codes.Length == 0 ? null : codes };
}
